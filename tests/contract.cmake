# Tests of app/contract.
foreach(unit carryover contract validation parametervalues signature refusal parts imagefacts tokenreading verdicts)
    faceid_test(tst_${unit} LINKS app_contract Qt6::Gui)
endforeach()

<?php
// PHP with its curl extension.
[, $base, $sign, $photo] = $argv;
$sdkUrl = "$base/face/v1.2/sdk/get_biz_token";
$pcUrl = "$base/faceid/liveness/v2/get_token";

$person = ["comparison_type" => "1", "idcard_name" => "测试一", "idcard_number" => "110101199003070038"];
$uploaded = ["comparison_type" => "0", "uuid" => "u-1"];
$sdk = ["sign" => $sign, "sign_version" => "hmac_sha1", "liveness_type" => "meglive"];
$pc = ["api_key" => "sandbox-key", "api_secret" => "sandbox-secret", "biz_no" => "b-1",
    "return_url" => "https://shop.example/r", "notify_url" => "https://shop.example/n"];

/** An array goes out as multipart, a text url-encoded. */
function send(string $url, array|string $body): void
{
    $handle = curl_init($url);
    curl_setopt_array($handle, [CURLOPT_POSTFIELDS => $body, CURLOPT_RETURNTRANSFER => true, CURLOPT_NOPROXY => "*"]);
    $answer = curl_exec($handle);
    if ($answer === false) {
        fwrite(STDERR, curl_error($handle) . "\n");
        exit(1);
    }
    echo curl_getinfo($handle, CURLINFO_RESPONSE_CODE), " ", $answer, "\n";
}

$file = ["image_ref1" => new CURLFile($photo, "image/png", "照片.png")];
send($sdkUrl, $sdk + $uploaded + $file);
send($sdkUrl, http_build_query($sdk + $person));
send($pcUrl, $pc + $uploaded + $file);
send($pcUrl, http_build_query($pc + $person));

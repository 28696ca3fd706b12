#!/bin/sh
# curl, as in most integration notes.
base=$1 sign=$2 photo=$3
sdk=$base/face/v1.2/sdk/get_biz_token pc=$base/faceid/liveness/v2/get_token
send() { curl --silent --show-error --noproxy '*' --write-out '\n%{http_code}\n' "$@" | sed -n 'h;n;G;s/\n/ /p'; }

send "$sdk" -F "sign=$sign" -F sign_version=hmac_sha1 -F liveness_type=meglive -F comparison_type=0 -F uuid=u-1 \
    -F "image_ref1=@$photo"
send "$sdk" --data-urlencode "sign=$sign" -d sign_version=hmac_sha1 -d liveness_type=meglive -d comparison_type=1 \
    --data-urlencode idcard_name=测试一 -d idcard_number=110101199003070038
send "$pc" -F api_key=sandbox-key -F api_secret=sandbox-secret -F comparison_type=0 -F uuid=u-1 -F biz_no=b-1 \
    -F return_url=https://shop.example/r -F notify_url=https://shop.example/n -F "image_ref1=@$photo"
send "$pc" -d api_key=sandbox-key -d api_secret=sandbox-secret -d comparison_type=1 -d biz_no=b-2 \
    --data-urlencode idcard_name=测试一 -d idcard_number=110101199003070038 \
    --data-urlencode return_url=https://shop.example/r --data-urlencode notify_url=https://shop.example/n

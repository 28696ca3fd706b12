"""Python with requests, as in the document's own sample."""

import json
import sys

import requests

base, sign, photo = sys.argv[1:]
SDK, PC = base + "/face/v1.2/sdk/get_biz_token", base + "/faceid/liveness/v2/get_token"
session = requests.Session()
session.trust_env = False  # no proxy between this machine and itself

person = {"comparison_type": "1", "idcard_name": "测试一", "idcard_number": "110101199003070038"}
uploaded = {"comparison_type": "0", "uuid": "u-1"}
sdk = {"sign": sign, "sign_version": "hmac_sha1", "liveness_type": "meglive"}
pc = {"api_key": "sandbox-key", "api_secret": "sandbox-secret", "return_url": "https://shop.example/r",
      "notify_url": "https://shop.example/n", "biz_no": "b-1"}


def send(url, data, with_photo):
    if with_photo:
        with open(photo, "rb") as file:
            answer = session.post(url, data=data, files={"image_ref1": file}, timeout=60)
    else:
        answer = session.post(url, data=data, timeout=60)
    print(answer.status_code, json.dumps(answer.json()))


send(SDK, {**sdk, **uploaded}, True)
send(SDK, {**sdk, **person}, False)
send(PC, {**pc, **uploaded}, True)
send(PC, {**pc, **person}, False)

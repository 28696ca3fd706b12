// Node's own fetch with FormData and URLSearchParams.
import { readFile } from "node:fs/promises";
import { argv } from "node:process";

const [base, sign, photo] = argv.slice(2);
const SDK = `${base}/face/v1.2/sdk/get_biz_token`;
const PC = `${base}/faceid/liveness/v2/get_token`;

const person = { comparison_type: "1", idcard_name: "测试一", idcard_number: "110101199003070038" };
const uploaded = { comparison_type: "0", uuid: "u-1" };
const sdk = { sign, sign_version: "hmac_sha1", liveness_type: "meglive" };
const pc = {
  api_key: "sandbox-key", api_secret: "sandbox-secret", biz_no: "b-1",
  return_url: "https://shop.example/r", notify_url: "https://shop.example/n",
};

async function send(url, body) {
  const answer = await fetch(url, { method: "POST", body });
  console.log(answer.status, JSON.stringify(await answer.json()));
}

async function multipart(fields) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append("image_ref1", new Blob([await readFile(photo)], { type: "image/png" }), "照片.png");
  return form;
}

await send(SDK, await multipart({ ...sdk, ...uploaded }));
await send(SDK, new URLSearchParams({ ...sdk, ...person }));
await send(PC, await multipart({ ...pc, ...uploaded }));
await send(PC, new URLSearchParams({ ...pc, ...person }));

// Go's own net/http and mime/multipart; the multipart body is piped, so it goes out in chunks.
package main

import (
	"fmt"
	"io"
	"log"
	"mime/multipart"
	"net/http"
	"net/url"
	"os"
	"strings"
)

var client = &http.Client{Transport: &http.Transport{Proxy: nil}}

func send(address, contentType string, body io.Reader) {
	answer, err := client.Post(address, contentType, body)
	if err != nil {
		log.Fatal(err)
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer.StatusCode, string(text))
}

func sendForm(address string, fields url.Values) {
	send(address, "application/x-www-form-urlencoded", strings.NewReader(fields.Encode()))
}

func sendMultipart(address string, fields url.Values, photo string) {
	reader, pipe := io.Pipe()
	writer := multipart.NewWriter(pipe)
	go func() {
		for name := range fields {
			writer.WriteField(name, fields.Get(name))
		}
		file, err := os.Open(photo)
		if err == nil {
			defer file.Close()
			part, _ := writer.CreateFormFile("image_ref1", photo)
			_, err = io.Copy(part, file)
		}
		if err == nil {
			err = writer.Close()
		}
		pipe.CloseWithError(err)
	}()
	send(address, writer.FormDataContentType(), reader)
}

func joined(values ...url.Values) url.Values {
	all := url.Values{}
	for _, some := range values {
		for name := range some {
			all.Set(name, some.Get(name))
		}
	}
	return all
}

func main() {
	base, sign, photo := os.Args[1], os.Args[2], os.Args[3]
	sdkURL, pcURL := base+"/face/v1.2/sdk/get_biz_token", base+"/faceid/liveness/v2/get_token"
	person := url.Values{"comparison_type": {"1"}, "idcard_name": {"测试一"}, "idcard_number": {"110101199003070038"}}
	uploaded := url.Values{"comparison_type": {"0"}, "uuid": {"u-1"}}
	sdk := url.Values{"sign": {sign}, "sign_version": {"hmac_sha1"}, "liveness_type": {"meglive"}}
	pc := url.Values{"api_key": {"sandbox-key"}, "api_secret": {"sandbox-secret"}, "biz_no": {"b-1"},
		"return_url": {"https://shop.example/r"}, "notify_url": {"https://shop.example/n"}}
	sendMultipart(sdkURL, joined(sdk, uploaded), photo)
	sendForm(sdkURL, joined(sdk, person))
	sendMultipart(pcURL, joined(pc, uploaded), photo)
	sendForm(pcURL, joined(pc, person))
}

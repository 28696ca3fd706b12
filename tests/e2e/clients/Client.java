// Java's own HttpClient, which has no multipart: the body is put together by hand, as integrators do.
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

public class Client {
    static final HttpClient client =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).proxy(HttpClient.Builder.NO_PROXY).build();

    static void send(String url, String type, byte[] body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", type)
            .expectContinue(body.length > 100_000)
            .POST(BodyPublishers.ofByteArray(body))
            .build();
        var answer = client.send(request, BodyHandlers.ofString());
        System.out.println(answer.statusCode() + " " + answer.body());
    }

    static void sendForm(String url, Map<String, String> fields) throws Exception {
        String body = fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
        send(url, "application/x-www-form-urlencoded", body.getBytes(StandardCharsets.UTF_8));
    }

    static void sendMultipart(String url, Map<String, String> fields, Path photo) throws Exception {
        String boundary = "----" + UUID.randomUUID();
        var body = new ByteArrayOutputStream();
        for (var field : fields.entrySet()) {
            body.write(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\"\r\n\r\n"
                + field.getValue() + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
        body.write(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"image_ref1\"; filename=\""
            + photo.getFileName() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.write(Files.readAllBytes(photo));
        body.write(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        send(url, "multipart/form-data; boundary=" + boundary, body.toByteArray());
    }

    static Map<String, String> joined(Map<String, String> one, Map<String, String> other) {
        var both = new LinkedHashMap<>(one);
        both.putAll(other);
        return both;
    }

    public static void main(String[] arguments) throws Exception {
        String sdkUrl = arguments[0] + "/face/v1.2/sdk/get_biz_token";
        String pcUrl = arguments[0] + "/faceid/liveness/v2/get_token";
        Path photo = Path.of(arguments[2]);
        var person = Map.of("comparison_type", "1", "idcard_name", "\u6d4b\u8bd5\u4e00", "idcard_number", "110101199003070038");
        var uploaded = Map.of("comparison_type", "0", "uuid", "u-1");
        var sdk = Map.of("sign", arguments[1], "sign_version", "hmac_sha1", "liveness_type", "meglive");
        var pc = Map.of("api_key", "sandbox-key", "api_secret", "sandbox-secret", "biz_no", "b-1",
            "return_url", "https://shop.example/r", "notify_url", "https://shop.example/n");
        sendMultipart(sdkUrl, joined(sdk, uploaded), photo);
        sendForm(sdkUrl, joined(sdk, person));
        sendMultipart(pcUrl, joined(pc, uploaded), photo);
        sendForm(pcUrl, joined(pc, person));
    }
}

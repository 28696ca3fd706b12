<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AuditTrail</name>
    <message>
        <source>Entry %1 is missing.</source>
        <translation>缺少第 %1 条。</translation>
    </message>
    <message>
        <source>Entry %1 or the one before it is not what was written: its hash does not fit.</source>
        <translation>第 %1 条或其前一条与写入时不符：散列值不匹配。</translation>
    </message>
    <message>
        <source>Entries are missing at the end, from %1 on.</source>
        <translation>末尾缺少记录，从第 %1 条起。</translation>
    </message>
    <message>
        <source>No entry has the hash that was written down: the end is missing, or all was made anew.</source>
        <translation>没有任何一条的散列值与抄录的相同：末尾缺失，或者整个审计记录被重新生成过。</translation>
    </message>
    <message>
        <source>It is not in the audit trail: %1</source>
        <translation>未能写入审计记录：%1</translation>
    </message>
</context>
<context>
    <name>Batch</name>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>The history could not be updated: %1</source>
        <translation>无法更新历史：%1</translation>
    </message>
    <message>
        <source>The service refuses every row: %1 %2</source>
        <translation>服务拒绝每一行：%1 %2</translation>
    </message>
    <message>
        <source>The sheet %1 cannot be read: %2</source>
        <translation>无法读取表格 %1：%2</translation>
    </message>
    <message>
        <source>The sheet is empty.</source>
        <translation>表格是空的。</translation>
    </message>
    <message>
        <source>The column %1 is a credential, which has no place in a sheet.</source>
        <translation>列 %1 是凭据，不能放在表格中。</translation>
    </message>
    <message>
        <source>%1 has no field &apos;%2&apos;. Name a column that is for people with a # in front, and it is passed over. Fields: %3.</source>
        <translation>%1 没有字段“%2”。仅供人阅读的列请在列名前加 #，程序会跳过。字段：%3。</translation>
    </message>
    <message>
        <source>The column %1 is there twice.</source>
        <translation>列 %1 出现了两次。</translation>
    </message>
    <message>
        <source>The sheet ends within quotes: one of them is never closed.</source>
        <translation>表格在引号内结束：有一个引号没有闭合。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法创建文件夹 %1。</translation>
    </message>
    <message>
        <source>Not sent yet.</source>
        <translation>尚未发送。</translation>
    </message>
    <message>
        <source>The row has %1 cells, the header %2.</source>
        <translation>该行有 %1 个单元格，而表头有 %2 个。</translation>
    </message>
    <message>
        <source>It is no field of this comparison_type and is left out.</source>
        <translation>该 comparison_type 没有此字段，已略去。</translation>
    </message>
    <message>
        <source>Row %1 has the same serial number.</source>
        <translation>第 %1 行有相同的流水号。</translation>
    </message>
    <message>
        <source>The sheet has a header and no rows.</source>
        <translation>表格只有表头，没有数据行。</translation>
    </message>
    <message>
        <source>The results would overwrite %1.</source>
        <translation>结果会覆盖 %1。</translation>
    </message>
    <message>
        <source>Another program is at this sheet.</source>
        <translation>另一个程序正在处理该表格。</translation>
    </message>
    <message>
        <source>No lock file can be made beside the sheet %1.</source>
        <translation>无法在表格 %1 旁创建锁文件。</translation>
    </message>
    <message>
        <source>This sheet was begun before; going on with it sends no row twice. To send all rows again, as new requests, remove %1.</source>
        <translation>该表格此前已开始；继续不会重复发送任何行。若要把所有行作为新请求重新发送，请删除 %1。</translation>
    </message>
    <message>
        <source>The plan %1 cannot be written, so nothing is sent: %2</source>
        <translation>无法写入计划文件 %1，因此什么也没有发送：%2</translation>
    </message>
    <message>
        <source>There is nothing to resume: %1</source>
        <translation>没有可继续的批次：%1</translation>
    </message>
    <message>
        <source>The sheet has changed since the batch was begun, so rows could be mistaken for others. Bring it back as it was, or put the rest into a new sheet.</source>
        <translation>批次开始后表格已被修改，行可能对错号。请恢复原样，或把剩余的行放进新表格。</translation>
    </message>
    <message>
        <source>The batch was begun with %1 at %2: resume it there.</source>
        <translation>该批次是用 %1 在 %2 开始的：请在那里继续。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>The service gives no clear answer any more; of each of the last rows a token may have been issued.</source>
        <translation>服务不再给出明确的回答；最近的每一行都可能已签发 token。</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>没有这个文件</translation>
    </message>
    <message>
        <source>The sheet is not in UTF-8. Save it once more as “CSV UTF-8”, as a spreadsheet calls it.</source>
        <translation>表格不是 UTF-8 编码。请在表格软件中另存为“CSV UTF-8”。</translation>
    </message>
    <message>
        <source>A row has too many cells to be one.</source>
        <translation>某一行的单元格太多，不可能是一行数据。</translation>
    </message>
    <message>
        <source>A cell has more than %1: is a quote never closed?</source>
        <translation>有单元格超过 %1：是否有引号没有闭合？</translation>
    </message>
</context>
<context>
    <name>BatchWords</name>
    <message>
        <source>It ended before all rows were decided: %1 Go on with it later.</source>
        <translation>在所有行有结果之前结束：%1 可稍后继续。</translation>
    </message>
    <message>
        <source>Every row has its token.</source>
        <translation>每一行都已签发。</translation>
    </message>
    <message>
        <source>Every row is decided.</source>
        <translation>每一行都已有结果。</translation>
    </message>
    <message>
        <source>Of rows whose outcome is unknown a token may have been issued, so they are not sent again. Find out and mark them in the history; then go on.</source>
        <translation>结果未知的行可能已签发 token，因此不会再次发送。请核实并在历史中标记，然后继续。</translation>
    </message>
    <message>
        <source>Results: %1</source>
        <translation>结果：%1</translation>
    </message>
    <message>
        <source>The results could not be written: %1 They are in the history; going on writes them again.</source>
        <translation>无法写入结果：%1 结果在历史中；继续时会再次写入。</translation>
    </message>
    <message numerus="yes">
        <source>This batch was begun before: going on sends no row twice. %Ln row(s). To send all of them again, as new requests, remove %1.</source>
        <translation>
            <numerusform>该批次此前已开始：继续不会重复发送任何行。共 %Ln 行。若要把所有行作为新请求重新发送，请删除 %1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s), %1 of them would be refused. Put the cells below right; nothing has been sent.</source>
        <translation>
            <numerusform>共 %Ln 行，其中 %1 行会被拒绝。请修正下列单元格；尚未发送任何内容。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln problem(s) are listed.</source>
        <translation>
            <numerusform>仅列出前 %Ln 个问题。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) can be sent, with the warnings below.</source>
        <translation>
            <numerusform>%Ln 行可以发送，请留意下列提醒。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s), and nothing speaks against any of them.</source>
        <translation>
            <numerusform>共 %Ln 行，全部可以发送。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Bundle</name>
    <message>
        <source>This is no support bundle of this program.</source>
        <translation>这不是本程序的支持包。</translation>
    </message>
</context>
<context>
    <name>Callback</name>
    <message>
        <source>A callback goes to http://HOST or https://HOST.</source>
        <translation>回调的地址形如 http://HOST 或 https://HOST。</translation>
    </message>
    <message>
        <source>A callback that came is sent again to this machine only (127.0.0.1, localhost): it may be about a real person.</source>
        <translation>收到的回调只能重放到本机（127.0.0.1、localhost）：其中可能涉及真实人员。</translation>
    </message>
    <message>
        <source>There is no answer from here.</source>
        <translation>从本机得不到应答。</translation>
    </message>
    <message>
        <source>The name of the host cannot be found.</source>
        <translation>找不到该主机名。</translation>
    </message>
    <message>
        <source>Nobody accepts a connection there.</source>
        <translation>该地址没有程序接受连接。</translation>
    </message>
    <message>
        <source>The certificate is not one that the service will accept.</source>
        <translation>证书不会被服务接受。</translation>
    </message>
    <message>
        <source>The name leads to a private address, where the service cannot go.</source>
        <translation>该名称指向内网地址，服务无法访问。</translation>
    </message>
    <message>
        <source>The certificate is good.</source>
        <translation>证书有效。</translation>
    </message>
    <message>
        <source>It answers in good time.</source>
        <translation>应答及时。</translation>
    </message>
    <message>
        <source>It takes long to answer.</source>
        <translation>应答过慢。</translation>
    </message>
    <message>
        <source>The address is HTTPS.</source>
        <translation>地址使用 HTTPS。</translation>
    </message>
    <message>
        <source>The address is plain HTTP: anybody on the way can read it, so check the sign of every callback.</source>
        <translation>地址是明文 HTTP，途中任何人都能看到内容，因此必须校验每个回调的 sign。</translation>
    </message>
    <message>
        <source>The address is no web address.</source>
        <translation>这不是网址。</translation>
    </message>
    <message>
        <source>The port is one that the service calls.</source>
        <translation>端口在服务允许回调的端口之列。</translation>
    </message>
    <message>
        <source>The address names no host.</source>
        <translation>地址中没有主机名。</translation>
    </message>
    <message>
        <source>The host is on this machine or in a private network, where the service cannot reach it.</source>
        <translation>主机在本机或内网，服务无法访问。</translation>
    </message>
    <message>
        <source>The host is a public name.</source>
        <translation>主机名是公网名称。</translation>
    </message>
    <message>
        <source>A user name or a # part does not reach the receiver.</source>
        <translation>地址中的用户名或 # 之后的部分不会传给接收方。</translation>
    </message>
    <message>
        <source>Cancelled. It may have arrived all the same.</source>
        <translation>已取消，但对方可能已经收到。</translation>
    </message>
    <message>
        <source>HTTP %1 after %2 ms</source>
        <translation>HTTP %1，用时 %2 毫秒</translation>
    </message>
    <message>
        <source>No answer: %1</source>
        <translation>没有应答：%1</translation>
    </message>
    <message>
        <source>It was no form with data and sign, so there is nothing to send again.</source>
        <translation>收到的不是带 data 和 sign 的表单，没有可以重放的内容。</translation>
    </message>
    <message>
        <source>Look into the receiver&apos;s log: it must answer HTTP, whatever it is asked.</source>
        <translation>请查看接收方的日志：无论收到什么请求，都必须以 HTTP 应答。</translation>
    </message>
    <message>
        <source>Check how it is spelled, and that it is in the public DNS.</source>
        <translation>请检查拼写，并确认公共 DNS 中有该名称。</translation>
    </message>
    <message>
        <source>Start the receiver, and open its port in the firewall.</source>
        <translation>请启动接收方，并在防火墙中放行其端口。</translation>
    </message>
    <message>
        <source>Install a certificate of a public authority for this very name, with its whole chain.</source>
        <translation>请安装公共机构为该名称签发的证书，并附上完整的证书链。</translation>
    </message>
    <message>
        <source>Answer first and work afterwards: keep the callback, say 200, then book it.</source>
        <translation>先应答再处理：收下回调，返回 200，然后入账。</translation>
    </message>
    <message>
        <source>Plain HTTP to another machine is not tried from here.</source>
        <translation>不从本机尝试到其他机器的明文 HTTP。</translation>
    </message>
    <message>
        <source>Try it from the receiver&apos;s own machine, or use HTTPS.</source>
        <translation>请在接收方所在的机器上尝试，或改用 HTTPS。</translation>
    </message>
    <message>
        <source>good</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>BAD</source>
        <translation>有问题</translation>
    </message>
    <message>
        <source>Use HTTPS before real people are checked.</source>
        <translation>在核验真实人员之前请改用 HTTPS。</translation>
    </message>
    <message>
        <source>Write it as https://HOST/PATH.</source>
        <translation>请写成 https://主机/路径 的形式。</translation>
    </message>
    <message>
        <source>Receive on one of these, best on 443, or put a reverse proxy there.</source>
        <translation>请在这些端口之一接收（最好是 443），或在该端口设置反向代理。</translation>
    </message>
    <message>
        <source>Put what it must know into the path or the query.</source>
        <translation>请把接收方需要知道的内容放进路径或查询参数。</translation>
    </message>
    <message>
        <source>Give the receiver a public name, by a reverse proxy or a tunnel. The sandbox needs none.</source>
        <translation>请用反向代理或隧道给接收方一个公网名称。沙盒不需要。</translation>
    </message>
    <message>
        <source>The port is none of those that related pages of the service allow.</source>
        <translation>端口不在服务相关文档允许的范围内。</translation>
    </message>
    <message>
        <source>%1, not one of %2</source>
        <translation>%1，不在 %2 之中</translation>
    </message>
</context>
<context>
    <name>Carry</name>
    <message>
        <source>Now said outright: %1. Left out, %2 would assume %3.</source>
        <translation>现在明确写出：%1。若不写，%2 会按 %3 处理。</translation>
    </message>
    <message>
        <source>%1 has no such field.</source>
        <translation>%1 没有这个字段。</translation>
    </message>
    <message>
        <source>%1 has no value “%2”.</source>
        <translation>%1 没有取值“%2”。</translation>
    </message>
    <message>
        <source>%1 has it with another comparison_type only.</source>
        <translation>%1 只在其他 comparison_type 下有它。</translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>Left out: %1 is no parameter of this comparison_type.</source>
        <translation>已略去：%1 不是此 comparison_type 的参数。</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>提醒：%1</translation>
    </message>
    <message>
        <source>Nothing to refuse.</source>
        <translation>没有会被拒绝的地方。</translation>
    </message>
    <message>
        <source>Say what would be refused; send nothing.</source>
        <translation>说明哪些会被拒绝；什么也不发送。</translation>
    </message>
    <message>
        <source>Credentials are not asked for, and a missing biz_no is not generated. Problems come in the order
in which the service would find them.

Exit status: 0 nothing to refuse, 2 something would be refused, 64 the command line is wrong.
</source>
        <translation>不检查凭证，也不会生成缺少的 biz_no。问题按服务发现它们的顺序列出。

退出码：0 没有问题，2 会被拒绝，64 命令行有误。
</translation>
    </message>
    <message>
        <source>The result could not be written: %1</source>
        <translation>结果无法写出：%1</translation>
    </message>
    <message>
        <source>%1 (over)</source>
        <translation>%1（已过）</translation>
    </message>
    <message>
        <source>%1 (%2:%3 left)</source>
        <translation>%1（还剩 %2:%3）</translation>
    </message>
    <message>
        <source>Who can put it right: %1. %2</source>
        <translation>谁来解决：%1。%2</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) of an earlier run never ended and are Unknown now: a token may have been issued.</source>
        <translation>
            <numerusform>上次运行有 %n 个请求没有结束，现为结果未知：可能已签发 token。</numerusform>
        </translation>
    </message>
    <message>
        <source>The history cannot be read: %1</source>
        <translation>历史无法读取：%1</translation>
    </message>
    <message>
        <source>List what was sent and what became of it, newest first.</source>
        <translation>列出发送过的请求及其结果，最新的在前。</translation>
    </message>
    <message>
        <source>Times are UTC. Names and ID numbers are kept masked only.

Exit status: 0 listed, 1 the history cannot be read, 64 the command line is wrong.
</source>
        <translation>时间为 UTC。姓名和身份证号只以遮盖形式保存。

退出码：0 已列出，1 历史无法读取，64 命令行有误。
</translation>
    </message>
    <message>
        <source>At most so many rows. Default: 50.</source>
        <translation>最多列出多少行，默认 50。</translation>
    </message>
    <message>
        <source>--timeout takes seconds: a number above 0, at most %1.</source>
        <translation>--timeout 的单位是秒：大于 0，最多 %1。</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) of an earlier run never ended: see faceidctl history list.</source>
        <translation>
            <numerusform>上次运行有 %n 个请求没有结束：见 faceidctl history list。</numerusform>
        </translation>
    </message>
    <message>
        <source>The history could not be updated, so keep this result: %1</source>
        <translation>历史未能更新，请保存此结果：%1</translation>
    </message>
    <message>
        <source>Issue a token.</source>
        <translation>签发一个 token。</translation>
    </message>
    <message>
        <source>Most seconds that the whole request may take. Default: 120.</source>
        <translation>整个请求最多用多少秒，默认 120。</translation>
    </message>
    <message>
        <source>faceidctl issues FaceID tokens from a terminal.

Usage:
</source>
        <translation>faceidctl 在终端签发 FaceID token。

用法：
</translation>
    </message>
    <message>
        <source>Usage: faceidctl %1 %2
%3

Options:
%4
%5</source>
        <translation>用法：faceidctl %1 %2
%3

选项：
%4
%5</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>显示此帮助。</translation>
    </message>
    <message>
        <source>Name what to do first: %1.</source>
        <translation>请先写明要做什么：%1。</translation>
    </message>
    <message>
        <source>See faceidctl --help, or --help behind what you want to do.</source>
        <translation>请看 faceidctl --help，或在要做的事后面加 --help。</translation>
    </message>
    <message>
        <source>There is no endpoint &apos;%1&apos;. Name one of: %2.</source>
        <translation>没有接口“%1”。可用：%2。</translation>
    </message>
    <message>
        <source>%1 has no parameter &apos;%2&apos; for %3. Did you mean &apos;%4&apos;? It knows: %5.</source>
        <translation>%1 没有可用 %3 给出的参数“%2”。是否要写“%4”？可用：%5。</translation>
    </message>
    <message>
        <source>&apos;%1 %2&apos; is not NAME=VALUE.</source>
        <translation>“%1 %2”不是 名称=值 的形式。</translation>
    </message>
    <message>
        <source>A parameter, as often as needed. An empty value counts as left
out. Values are taken literally.</source>
        <translation>一个参数，可重复。空值视为未填；
值按原样使用。</translation>
    </message>
    <message>
        <source>A photo: image_ref1=FACE.jpg. JPEG, PNG, BMP or WebP.</source>
        <translation>一张照片：image_ref1=FACE.jpg。JPEG、PNG、BMP 或 WebP。</translation>
    </message>
    <message>
        <source>the endpoint, get_biz_token or get_token</source>
        <translation>接口：get_biz_token 或 get_token</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is a credential and never goes on the command line. Use --sandbox, --profile, or --base-url with FACEID_API_SECRET in the environment.</source>
        <translation>“%1”是凭证，从不写在命令行上。请用 --sandbox、--profile，或 --base-url 加环境变量 FACEID_API_SECRET。</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is a photo: give it as -i %1=FILE.</source>
        <translation>“%1”是照片：请写成 -i %1=文件。</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is given twice. Give it once.</source>
        <translation>“%1”给了两次，请只给一次。</translation>
    </message>
    <message>
        <source>&apos;-i %1&apos; names no file.</source>
        <translation>“-i %1”没有写明文件。</translation>
    </message>
    <message>
        <source>api_key %1, api_secret %2. Ctrl+C stops.</source>
        <translation>api_key %1，api_secret %2。Ctrl+C 停止。</translation>
    </message>
    <message>
        <source>Run the imitation of both services on this machine.</source>
        <translation>在本机运行两个服务的模拟。</translation>
    </message>
    <message>
        <source>Where to listen. Default: any free port of this machine.</source>
        <translation>监听地址，默认本机任意空闲端口。</translation>
    </message>
    <message>
        <source>the sign states whose it is</source>
        <translation>签名中要写明属于谁</translation>
    </message>
    <message>
        <source>A sign needs the api_secret in the environment: set FACEID_API_SECRET.</source>
        <translation>生成签名需要环境变量中的 api_secret：请设置 FACEID_API_SECRET。</translation>
    </message>
    <message>
        <source>Set FACEID_API_SECRET to learn whether the digest fits the secret.</source>
        <translation>设置 FACEID_API_SECRET 即可知道摘要与密钥是否相符。</translation>
    </message>
    <message>
        <source>the sign to take apart</source>
        <translation>要拆解的签名</translation>
    </message>
    <message>
        <source>Make a sign (hmac_sha1) for get_biz_token.</source>
        <translation>为 get_biz_token 生成签名（hmac_sha1）。</translation>
    </message>
    <message>
        <source>The api_secret comes from FACEID_API_SECRET in the environment. The sign alone goes to stdout.
</source>
        <translation>api_secret 取自环境变量 FACEID_API_SECRET。标准输出只有签名。
</translation>
    </message>
    <message>
        <source>Whose sign it is.</source>
        <translation>签名属于谁。</translation>
    </message>
    <message>
        <source>How long it is good for; 0: for a single use. Default: 600.</source>
        <translation>有效多少秒；0 为一次性。默认 600。</translation>
    </message>
    <message>
        <source>Take a sign apart and name what is wrong with it.</source>
        <translation>拆解签名并指出问题。</translation>
    </message>
    <message>
        <source>With FACEID_API_SECRET in the environment it is also said whether the digest fits that secret.

Exit status: 0 readable and, with a secret, fitting; 1 otherwise.
</source>
        <translation>设置了环境变量 FACEID_API_SECRET 时，还会说明摘要是否与该密钥相符。

退出码：0 可读且（有密钥时）相符，否则 1。
</translation>
    </message>
    <message>
        <source>The sandbox could not be started: %1</source>
        <translation>沙盒无法启动：%1</translation>
    </message>
    <message>
        <source>none is saved yet</source>
        <translation>还没有保存过</translation>
    </message>
    <message>
        <source>--base-url takes an address such as https://HOST or http://127.0.0.1:PORT.</source>
        <translation>--base-url 需要 https://主机 或 http://127.0.0.1:端口 这样的地址。</translation>
    </message>
    <message>
        <source>--base-url takes no user name or password: secrets never go on the command line.</source>
        <translation>--base-url 不接受用户名或密码：密钥从不写在命令行上。</translation>
    </message>
    <message>
        <source>--base-url needs the api_key</source>
        <translation>--base-url 需要 api_key</translation>
    </message>
    <message>
        <source>--base-url needs the api_secret in the environment: set FACEID_API_SECRET.</source>
        <translation>--base-url 需要环境变量中的 api_secret：请设置 FACEID_API_SECRET。</translation>
    </message>
    <message>
        <source>%1: &apos;%2&apos; holds no PEM certificate that can be read.</source>
        <translation>%1：“%2”中没有可读的 PEM 证书。</translation>
    </message>
    <message>
        <source>Send to the embedded sandbox, started for this call.</source>
        <translation>发往为本次调用启动的内置沙盒。</translation>
    </message>
    <message>
        <source>Send with a profile made in faceid-console; its secret comes from the
keychain.</source>
        <translation>用 faceid-console 中建立的配置发送；密钥取自
密钥环。</translation>
    </message>
    <message>
        <source>Send to this address: HTTPS, or HTTP on this machine.</source>
        <translation>发往此地址：HTTPS，或本机的 HTTP。</translation>
    </message>
    <message>
        <source>api_key for --base-url; the secret comes from FACEID_API_SECRET.</source>
        <translation>--base-url 用的 api_key；密钥取自 FACEID_API_SECRET。</translation>
    </message>
    <message>
        <source>PEM file of certificate authorities to trust as well.</source>
        <translation>额外信任的证书颁发机构（PEM 文件）。</translation>
    </message>
    <message>
        <source>Say where to send: exactly one of --sandbox, --profile NAME, or --base-url URL with --api-key KEY.</source>
        <translation>请写明发往哪里：--sandbox、--profile 名称、或 --base-url 地址 加 --api-key，三者选一。</translation>
    </message>
    <message>
        <source>--api-key goes with --base-url only; the sandbox and a profile have their own.</source>
        <translation>--api-key 只与 --base-url 同用；沙盒和配置有各自的密钥。</translation>
    </message>
    <message>
        <source>Print JSON, for programs.</source>
        <translation>输出 JSON，供程序使用。</translation>
    </message>
    <message>
        <source>Give --%1: %2.</source>
        <translation>请给出 --%1：%2。</translation>
    </message>
    <message>
        <source>Name %1.</source>
        <translation>请写明%1。</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is one argument too many.</source>
        <translation>“%1”是多余的参数。</translation>
    </message>
    <message>
        <source>--%1 takes a whole number of %2 or more.</source>
        <translation>--%1 需要不小于 %2 的整数。</translation>
    </message>
    <message>
        <source>--scenario %1: %2 --list-scenarios names all.</source>
        <translation>--scenario %1：%2用 --list-scenarios 列出全部。</translation>
    </message>
    <message>
        <source> (%1 only)</source>
        <translation>（仅 %1）</translation>
    </message>
    <message>
        <source>What to do to requests instead of answering as documented. May be given again.</source>
        <translation>不按文档应答，而对请求做什么。可重复给出。</translation>
    </message>
    <message>
        <source>Number that the chance of shares starts from. Default: 1.</source>
        <translation>随机比例的种子，默认 1。</translation>
    </message>
    <message>
        <source>Name all scenarios and stop.</source>
        <translation>列出全部场景后结束。</translation>
    </message>
    <message>
        <source>Give %1.</source>
        <translation>请给出%1。</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no id. faceidctl history list --json shows them.</source>
        <translation>“%1”不是行的 id。faceidctl history list --json 会列出它们。</translation>
    </message>
    <message>
        <source>the id of a row and what became of it</source>
        <translation>一行的 id 和它的结果</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not issued, not-issued, gave-up or open.</source>
        <translation>“%1”不是 issued、not-issued、gave-up 或 open。</translation>
    </message>
    <message>
        <source>the id of a row and the note, &apos;&apos; for none</source>
        <translation>一行的 id 和备注，空文本 &apos;&apos; 表示没有</translation>
    </message>
    <message>
        <source>Take down what became of a request whose outcome is unknown.</source>
        <translation>记录一个结果未知的请求的实际结果。</translation>
    </message>
    <message>
        <source>not-issued gives its serial number back; open takes the mark away again.

Exit status: 0 saved, 1 there is no such row or its outcome is known, 64 the command line is wrong.
</source>
        <translation>not-issued 会释放它的业务编号；open 撤销标记。

退出状态：0 已保存，1 没有这一行或其结果已确定，64 命令行有误。
</translation>
    </message>
    <message>
        <source>How it was found out.</source>
        <translation>如何查明的。</translation>
    </message>
    <message>
        <source>Write a note on a row.</source>
        <translation>给一行写备注。</translation>
    </message>
    <message>
        <source>It replaces the one before; an empty TEXT erases it.

Exit status: 0 saved, 1 there is no such row, 64 the command line is wrong.
</source>
        <translation>它会替换之前的备注；空的 TEXT 会清除备注。

退出状态：0 已保存，1 没有这一行，64 命令行有误。
</translation>
    </message>
    <message numerus="yes">
        <source>The audit trail is whole: %n entries.</source>
        <translation>
            <numerusform>审计记录完整：共 %n 条。</numerusform>
        </translation>
    </message>
    <message>
        <source>Its last hash, to be kept somewhere else: %1</source>
        <translation>最后一条的散列值，请另行保存：%1</translation>
    </message>
    <message>
        <source>csv or json</source>
        <translation>csv 或 json</translation>
    </message>
    <message>
        <source>--format takes csv or json, not &apos;%1&apos;.</source>
        <translation>--format 只接受 csv 或 json，不接受“%1”。</translation>
    </message>
    <message>
        <source>Check that nothing was changed in the audit trail.</source>
        <translation>检查审计记录是否被改动过。</translation>
    </message>
    <message>
        <source>The trail holds who revealed, copied, exported, deleted or purged what, and changed profiles. Each
entry carries a hash over itself and the one before.

Exit status: 0 whole; 1 broken, and the first entry that is wrong is named; 64 the command line is
wrong.
</source>
        <translation>审计记录写明谁显示、复制、导出、删除、清除了什么，以及谁改动了配置。每一条都带有
对本条和前一条计算的散列值。

退出码：0 完整；1 有问题，并指出第一条不符的记录；64 命令行有误。
</translation>
    </message>
    <message>
        <source>A last hash that was kept: also finds a trail cut off or made anew.</source>
        <translation>以前保存的最后散列值：还能发现末尾被截去或整个被重新生成的记录。</translation>
    </message>
    <message>
        <source>Print the audit trail, oldest first.</source>
        <translation>输出审计记录，最早的在前。</translation>
    </message>
    <message>
        <source>JSON is one object a line. hash is SHA-256 in hexadecimal over the hash before (nothing for the
first), a line feed, and [number,at,who,deed,subject,detail] as JSON without spaces; at is
milliseconds since 1970.

Exit status: 0 printed, 1 the history cannot be read, 64 the command line is wrong.
</source>
        <translation>JSON 每行一个对象。hash 是十六进制的 SHA-256，内容为前一条的 hash（第一条为空）、换行符，
以及不带空格的 JSON [number,at,who,deed,subject,detail]；at 是自 1970 年起的毫秒数。

退出码：0 已输出，1 历史无法读取，64 命令行有误。
</translation>
    </message>
    <message>
        <source>csv or json.</source>
        <translation>csv 或 json。</translation>
    </message>
    <message>
        <source>--%1 takes a date such as 2026-11-25, or 2026-11-25T08:00, not &apos;%2&apos;.</source>
        <translation>--%1 接受 2026-11-25 这样的日期或 2026-11-25T08:00，不接受“%2”。</translation>
    </message>
    <message>
        <source>the PDF file to write</source>
        <translation>要写入的 PDF 文件</translation>
    </message>
    <message>
        <source>--until must be later than --since.</source>
        <translation>--until 必须晚于 --since。</translation>
    </message>
    <message>
        <source>&apos;%1&apos; could not be written: %2</source>
        <translation>“%1”无法写入：%2</translation>
    </message>
    <message>
        <source>Write a shift report: what became of the requests, in numbers.</source>
        <translation>生成班次报表：以数字说明各请求的结果。</translation>
    </message>
    <message>
        <source>A page to print, per profile and API, refusals by reason, nothing about a person in it.

Exit status: 0 written, 1 the history cannot be read, 74 the file cannot be written, 64 the command
line is wrong.
</source>
        <translation>可打印的页面：按配置和 API 统计，拒绝按原因列出，不含任何个人信息。

退出码：0 已写入，1 历史无法读取，74 文件无法写入，64 命令行有误。
</translation>
    </message>
    <message>
        <source>The PDF file to write; only you can read it.</source>
        <translation>要写入的 PDF 文件，只有您能读取。</translation>
    </message>
    <message>
        <source>From this moment on: 2026-11-25 or 2026-11-25T08:00. Default: today.</source>
        <translation>从此刻起：2026-11-25 或 2026-11-25T08:00。默认：今天。</translation>
    </message>
    <message>
        <source>Before this moment. Default: the end of today.</source>
        <translation>到此刻为止（不含）。默认：今天结束。</translation>
    </message>
    <message>
        <source>the token or request_id to read</source>
        <translation>要解读的 token 或 request_id</translation>
    </message>
    <message>
        <source>Say when a token was issued and how long it is good for.</source>
        <translation>说明 token 何时签发、有效到何时。</translation>
    </message>
    <message>
        <source>TOKEN is a biz_token, a token of get_token or a request_id, also inside a longer text. Its row is
looked up in the history. Times are UTC.

Exit status: 0 read, 1 there is no token in it, 64 the command line is wrong.
</source>
        <translation>TOKEN 是 biz_token、get_token 的 token 或 request_id，也可以夹在较长的文字里。会在历史中
查找对应的行。时间为 UTC。

退出码：0 已解读，1 其中没有 token，64 命令行有误。
</translation>
    </message>
    <message>
        <source>Type the api_secret (it is not shown) and press Return:</source>
        <translation>请输入 api_secret（不会显示），然后按回车：</translation>
    </message>
    <message>
        <source>the profile</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>The profile was not removed, because its secret could not be: %1</source>
        <translation>配置没有删除，因为其密钥无法删除：%1</translation>
    </message>
    <message>
        <source>--leave-secret removes the profile alone.</source>
        <translation>--leave-secret 只删除配置。</translation>
    </message>
    <message>
        <source>The secret was left where it is: %1</source>
        <translation>密钥留在原处：%1</translation>
    </message>
    <message>
        <source>List the saved profiles.</source>
        <translation>列出已保存的配置。</translation>
    </message>
    <message>
        <source>The built-in sandbox is not among them.
</source>
        <translation>内置沙盒不在其中。
</translation>
    </message>
    <message>
        <source>Show a profile, and where its secret is.</source>
        <translation>显示一个配置，以及其密钥在哪里。</translation>
    </message>
    <message>
        <source>Of the secret itself only a fingerprint is shown: the first 8 digits of its SHA-256, as the
history has it.
</source>
        <translation>密钥本身只显示指纹：其 SHA-256 的前 8 位，与历史记录中的相同。
</translation>
    </message>
    <message>
        <source>Remove a profile and its secrets.</source>
        <translation>删除一个配置及其密钥。</translation>
    </message>
    <message>
        <source>The secrets go first. When the keychain does not let them go, the profile stays, so that they
can still be found.

Exit status: 0 removed, 1 not removed.
</source>
        <translation>先删除密钥。若密钥环不放手，配置会保留，以便仍能找到密钥。

退出码：0 已删除，1 未删除。
</translation>
    </message>
    <message>
        <source>Remove the profile also when a secret stays in the keychain.</source>
        <translation>即使有密钥留在密钥环中，也删除配置。</translation>
    </message>
    <message>
        <source>Test the way to a profile&apos;s services without issuing anything.</source>
        <translation>检测到配置中各服务的通路，不签发任何 token。</translation>
    </message>
    <message>
        <source>Each base address is asked for its headers (HEAD), without credentials. Steps: resolve, proxy,
connect, tls, answer, clock.

Exit status: 0 every step passed, 1 otherwise.
</source>
        <translation>对每个基础地址发一个 HEAD 请求，不带凭据。步骤：resolve、proxy、connect、tls、answer、clock。

退出码：0 全部通过，否则 1。
</translation>
    </message>
    <message>
        <source>Most seconds that a step may take. Default: 10.</source>
        <translation>每一步最多几秒。默认：10。</translation>
    </message>
    <message>
        <source>--environment is test or production.</source>
        <translation>--environment 为 test 或 production。</translation>
    </message>
    <message>
        <source>--address takes get_biz_token=URL or get_token=URL.</source>
        <translation>--address 的写法是 get_biz_token=URL 或 get_token=URL。</translation>
    </message>
    <message>
        <source>--proxy is none, system or HOST:PORT.</source>
        <translation>--proxy 为 none、system 或 主机:端口。</translation>
    </message>
    <message>
        <source>a profile is somebody&apos;s</source>
        <translation>配置要有所属的 api_key</translation>
    </message>
    <message>
        <source>Nothing was saved: %1</source>
        <translation>没有保存任何内容：%1</translation>
    </message>
    <message>
        <source>Give the api_secret on standard input or in FACEID_API_SECRET, or make a profile without one by --no-secret.</source>
        <translation>请通过标准输入或 FACEID_API_SECRET 提供 api_secret，或用 --no-secret 建立不带密钥的配置。</translation>
    </message>
    <message>
        <source>The profile is saved.</source>
        <translation>配置已保存。</translation>
    </message>
    <message>
        <source>test or production. Default: test.</source>
        <translation>test 或 production。默认：test。</translation>
    </message>
    <message>
        <source>Whose profile it is.</source>
        <translation>配置所属的 api_key。</translation>
    </message>
    <message>
        <source>Address of both services. Default: the documented ones.</source>
        <translation>两个服务的地址。默认：文档中的地址。</translation>
    </message>
    <message>
        <source>Address of one service; repeatable.</source>
        <translation>一个服务的地址；可重复。</translation>
    </message>
    <message>
        <source>How long a sign is good for. Default: 600.</source>
        <translation>签名的有效时间。默认：600。</translation>
    </message>
    <message>
        <source>Signs are good for a single use.</source>
        <translation>使用一次性签名。</translation>
    </message>
    <message>
        <source>none, system or HOST:PORT. Default: none.</source>
        <translation>none、system 或 主机:端口。默认：none。</translation>
    </message>
    <message>
        <source>Whom the proxy knows; the password comes from FACEID_PROXY_PASSWORD.</source>
        <translation>代理的用户名；密码取自 FACEID_PROXY_PASSWORD。</translation>
    </message>
    <message>
        <source>The end user&apos;s page for a PC token, with {token} in it.</source>
        <translation>PC token 的终端用户页面，其中含 {token}。</translation>
    </message>
    <message>
        <source>Save no secret; FACEID_API_SECRET brings it with each request.</source>
        <translation>不保存密钥；每次请求由 FACEID_API_SECRET 提供。</translation>
    </message>
    <message>
        <source>Save a profile, its secret in the keychain.</source>
        <translation>保存一个配置，密钥存入密钥环。</translation>
    </message>
    <message>
        <source>The api_secret is the first line of standard input (a terminal does not show it), or comes from
FACEID_API_SECRET in the environment.

Exit status: 0 saved; 1 the keychain does not take the secret, and nothing was saved.
</source>
        <translation>api_secret 是标准输入的第一行（终端上不显示），或取自环境变量 FACEID_API_SECRET。

退出码：0 已保存；1 密钥环不接受密钥，没有保存任何内容。
</translation>
    </message>
    <message>
        <source>%1 Fingerprint %2.</source>
        <translation>%1指纹 %2。</translation>
    </message>
    <message>
        <source>for a single use</source>
        <translation>一次性</translation>
    </message>
    <message>
        <source>good for %1 s</source>
        <translation>有效 %1 秒</translation>
    </message>
    <message>
        <source>There is no profile &apos;%1&apos; (saved: %2). Make one with faceidctl profile add or in faceid-console; the built-in sandbox is --sandbox.</source>
        <translation>没有配置“%1”（已保存：%2）。请用 faceidctl profile add 或在 faceid-console 中建立；内置沙盒是 --sandbox。</translation>
    </message>
    <message>
        <source>--faces takes search, one, none or several.</source>
        <translation>--faces 可取 search、one、none 或 several。</translation>
    </message>
    <message>
        <source>--callback takes twice, never, wrong-sign, late=SECONDS or retries=N, each number from 1 to 3600.</source>
        <translation>--callback 可取 twice、never、wrong-sign、late=秒数 或 retries=次数，数字为 1 到 3600。</translation>
    </message>
    <message>
        <source>Keys are those of %1. Ctrl+C stops.</source>
        <translation>密钥来自 %1。按 Ctrl+C 停止。</translation>
    </message>
    <message>
        <source>Built without a face detector: every photo counts as showing one face (--faces).</source>
        <translation>此程序构建时没有人脸检测器：每张照片都视为有一张人脸（--faces）。</translation>
    </message>
    <message>
        <source>What photos show: search looks at them (default); one, none, several is believed.</source>
        <translation>照片里有什么：search 实际检测（默认）；one、none、several 则直接采信。</translation>
    </message>
    <message>
        <source>What goes wrong with notify_url: twice, never, wrong-sign, late=SECONDS, or retries=N
after an answer other than 2xx. May be given again.</source>
        <translation>notify_url 回调出什么差错：twice、never、wrong-sign、late=秒数，或在
应答不是 2xx 之后重试 retries=次数。可重复给出。</translation>
    </message>
    <message>
        <source>Key pairs and what each of them may do, instead of the built-in pair.</source>
        <translation>密钥对以及各自的权限，代替内置的一对。</translation>
    </message>
    <message>
        <source>Write error codes as &quot;CODE: key&quot; instead of &quot;CODE:key&quot;.</source>
        <translation>错误码写成“CODE: key”，而不是“CODE:key”。</translation>
    </message>
    <message>
        <source>Refuse a biz_no that a token was issued for.</source>
        <translation>拒绝已签发过 token 的 biz_no。</translation>
    </message>
    <message>
        <source>what the sandbox says it listens on</source>
        <translation>沙盒所说的监听地址</translation>
    </message>
    <message>
        <source>--base-url takes an address like http://127.0.0.1:PORT.</source>
        <translation>--base-url 需要形如 http://127.0.0.1:端口 的地址。</translation>
    </message>
    <message>
        <source>the token</source>
        <translation>token</translation>
    </message>
    <message>
        <source>--outcome takes one of: %1.</source>
        <translation>--outcome 可取：%1。</translation>
    </message>
    <message>
        <source>No answer from %1: %2</source>
        <translation>%1 没有应答：%2</translation>
    </message>
    <message>
        <source>The sandbox refuses: %1</source>
        <translation>沙盒拒绝：%1</translation>
    </message>
    <message>
        <source>End a liveness check of a running sandbox, as the end user&apos;s phone would.</source>
        <translation>像终端用户的手机那样，结束运行中的沙盒里的一次活体检测。</translation>
    </message>
    <message>
        <source>Outcomes: %1.
get_result tells it from then on; for a PC token the callback to notify_url is sent.

Exit status: 0 ended, 1 refused or not reached, 64 the command line is wrong.
</source>
        <translation>结果：%1。
此后 get_result 会给出该结果；PC token 还会向 notify_url 发送回调。

退出码：0 已结束，1 被拒绝或无法连接，64 命令行有误。
</translation>
    </message>
    <message>
        <source>How the check ends.</source>
        <translation>检测如何结束。</translation>
    </message>
    <message>
        <source>Address of the sandbox.</source>
        <translation>沙盒的地址。</translation>
    </message>
    <message>
        <source>--log %1: %2</source>
        <translation>--log %1：%2</translation>
    </message>
    <message>
        <source>Append a line of JSON for each request; what is personal is masked.</source>
        <translation>每个请求追加一行 JSON；个人信息已遮盖。</translation>
    </message>
    <message>
        <source>--bom goes with --format csv only.</source>
        <translation>--bom 只能与 --format csv 一起使用。</translation>
    </message>
    <message>
        <source>the file to write</source>
        <translation>要写入的文件</translation>
    </message>
    <message>
        <source>The history could not be exported: %1</source>
        <translation>历史无法导出：%1</translation>
    </message>
    <message>
        <source>Write rows of the history, the last made first, as CSV or JSON.</source>
        <translation>把历史中的行导出为 CSV 或 JSON，最新的在前。</translation>
    </message>
    <message>
        <source>The token is masked. CSV follows RFC 4180; what a spreadsheet would take for a formula gets an
apostrophe in front. Every export is noted in the audit trail.

Exit status: 0 written; 74 not, and nothing is left under the name of --out; 64 the command line is
wrong.
</source>
        <translation>token 以掩码表示。CSV 遵循 RFC 4180；会被电子表格当作公式的内容前面加撇号。
每次导出都会记入审计记录。

退出码：0 已写入；74 未写入，--out 指定的文件不会留下；64 命令行有误。
</translation>
    </message>
    <message>
        <source>Also the masked name and ID number, or the uuid, and the notes.</source>
        <translation>同时导出掩码后的姓名和身份证号（或 uuid）以及备注。</translation>
    </message>
    <message>
        <source>CSV: a UTF-8 mark in front, for spreadsheets.</source>
        <translation>CSV：开头加 UTF-8 标记，供电子表格使用。</translation>
    </message>
    <message>
        <source>The file to write, which only you can read. Default: stdout.</source>
        <translation>要写入的文件，只有您能读取。默认：标准输出。</translation>
    </message>
    <message>
        <source>Of requests from this moment on: 2026-11-25 or 2026-11-25T08:00.</source>
        <translation>此刻及之后的请求：2026-11-25 或 2026-11-25T08:00。</translation>
    </message>
    <message>
        <source>Of requests before this moment.</source>
        <translation>此刻之前的请求。</translation>
    </message>
    <message>
        <source>--person reads a name, an ID number or a uuid from standard input, one line.</source>
        <translation>--person 从标准输入读取一行：姓名、身份证号或 uuid。</translation>
    </message>
    <message>
        <source>Say what to purge: exactly one of --before WHEN, --person and --due.</source>
        <translation>请说明清除什么：--before WHEN、--person、--due 三者取一。</translation>
    </message>
    <message>
        <source>--rows goes with --before only.</source>
        <translation>--rows 只能与 --before 一起使用。</translation>
    </message>
    <message numerus="yes">
        <source>Personal data erased from %n row(s).</source>
        <translation>
            <numerusform>已从 %n 行中清除个人信息。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) erased.</source>
        <translation>
            <numerusform>已删除 %n 行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Another program reads the history, so traces are left in its file. Purge again later.</source>
        <translation>另一个程序正在读取历史，因此文件中仍有痕迹。请稍后再清除一次。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) about somebody carry no key by which persons are told apart: whether they are this person&apos;s is not known. --before erases them.</source>
        <translation>
            <numerusform>有 %n 行涉及个人但没有用于区分个人的标识，无法判断是否属于此人。可用 --before 清除。</numerusform>
        </translation>
    </message>
    <message>
        <source>Erase personal data for good, from every file of the history.</source>
        <translation>从历史的所有文件中彻底清除个人信息。</translation>
    </message>
    <message>
        <source>Personal are name, ID number, uuid, token, what was sent and answered, notes, tags and ticket. Time,
serial number, request_id and outcome are kept, unless --rows takes the whole row. Backups of the
history from before an upgrade are deleted.

Exit status: 0 erased, and nothing of it is left in the files; 1 something is left, and it is said
what; 64 the command line is wrong.
</source>
        <translation>个人信息包括姓名、身份证号、uuid、token、发送与应答的内容、备注、标签和工单号。时间、流水号、
request_id 和结果会保留，除非用 --rows 删除整行。升级前的历史备份会一并删除。

退出码：0 已清除，文件中没有残留；1 仍有残留，并会说明；64 命令行有误。
</translation>
    </message>
    <message>
        <source>Of requests before this moment: 2026-11-25 or 2026-11-25T08:00.</source>
        <translation>此刻之前的请求：2026-11-25 或 2026-11-25T08:00。</translation>
    </message>
    <message>
        <source>With --before: the whole rows.</source>
        <translation>与 --before 一起使用：删除整行。</translation>
    </message>
    <message>
        <source>Of one person: name, ID number or uuid, read from standard input and never
from the command line.</source>
        <translation>某个人的信息：姓名、身份证号或 uuid，从标准输入读取，
绝不写在命令行上。</translation>
    </message>
    <message>
        <source>What is due: personal data after 30 days, rows after 3 years, or as set in
the window. The window does it every day.</source>
        <translation>已到期的内容：个人信息 30 天，整行 3 年，或按窗口中的设置。
窗口每天都会自动执行。</translation>
    </message>
    <message>
        <source>Only rows that ended so, e.g. Unknown. May be given more than once.</source>
        <translation>只列出结果为此的记录，例如 Unknown；可重复给出。</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no outcome: Pending, NotSent, CutOff, Unknown, Issued, Refused or ServerError.</source>
        <translation>“%1”不是结果：可用 Pending、NotSent、CutOff、Unknown、Issued、Refused 或 ServerError。</translation>
    </message>
    <message>
        <source>the id of a row</source>
        <translation>记录的 id</translation>
    </message>
    <message>
        <source>The history has no such row.</source>
        <translation>历史中没有这条记录。</translation>
    </message>
    <message>
        <source>Print all that is kept of one request: what was sent and what came back.</source>
        <translation>输出一次请求保存的全部内容：发送了什么，返回了什么。</translation>
    </message>
    <message>
        <source>Point your own program at it in five lines (curl stands for your program):
  faceidctl sandbox --listen 127.0.0.1:8080 &amp;
  HOST=http://127.0.0.1:8080     # instead of https://openapi.faceid.com and https://api.megvii.com
  SIGN=$(FACEID_API_SECRET=sandbox-secret faceidctl sign make --api-key sandbox-key)
  curl -F sign=$SIGN -F sign_version=hmac_sha1 -F liveness_type=meglive -F comparison_type=0 -F uuid=u-1 \
       -F image_ref1=@FACE.jpg $HOST/face/v1.2/sdk/get_biz_token

The first line of stdout is &quot;listening on http://127.0.0.1:PORT&quot;. Runs until Ctrl+C or SIGTERM.
The page at / has both APIs, what was chosen where their documents say nothing, and all scenarios.

A scenario is a documented error code or a fault: NAME[=NUMBER][:COUNT][:SHARE%][@FIELD=VALUE],
for the next COUNT requests (all without), for SHARE% of them by chance, or for those in which
FIELD is VALUE. The first one given that fits a request happens to it:
  --scenario NO_FACE_FOUND:image_ref1:1 --scenario delay=500:3 --scenario reset:20%
  --scenario INTERNAL_ERROR@biz_no=b-1

A PC token&apos;s page is /faceid/liveness/v2/do?token=TOKEN: it asks for an outcome and sends both callbacks.
An SDK token&apos;s check is ended by faceidctl sandbox complete. Results: get_result of either API.

A keys file is a JSON array of objects with api_key, api_secret and, as wanted, discontinued (true),
data_source (false), apis ([&quot;get_token&quot;]), networks ([&quot;10.0.0.0/8&quot;]), concurrency, attempts and balance
(numbers): requests at one time, tokens for one person, and tokens at all.

Exit status: 0 stopped, 1 could not listen, 64 the command line is wrong.
</source>
        <translation>五行命令把您自己的程序指向它（这里用 curl 代表您的程序）：
  faceidctl sandbox --listen 127.0.0.1:8080 &amp;
  HOST=http://127.0.0.1:8080     # 代替 https://openapi.faceid.com 和 https://api.megvii.com
  SIGN=$(FACEID_API_SECRET=sandbox-secret faceidctl sign make --api-key sandbox-key)
  curl -F sign=$SIGN -F sign_version=hmac_sha1 -F liveness_type=meglive -F comparison_type=0 -F uuid=u-1 \
       -F image_ref1=@FACE.jpg $HOST/face/v1.2/sdk/get_biz_token

标准输出的第一行是“listening on http://127.0.0.1:端口”。一直运行到 Ctrl+C 或 SIGTERM。
页面 / 列出两个 API、文档没有说明之处的选择，以及全部场景。

场景是文档中的错误码，或一种故障：NAME[=数字][:次数][:比例%][@字段=值]，
用于接下来若干次请求（不写次数则为全部）、随机的一部分请求，或某字段为某值的请求。
按给出的顺序，第一个符合的场景发生：
  --scenario NO_FACE_FOUND:image_ref1:1 --scenario delay=500:3 --scenario reset:20%
  --scenario INTERNAL_ERROR@biz_no=b-1

PC token 的页面是 /faceid/liveness/v2/do?token=TOKEN：在页面上选择结果，并发出两个回调。
SDK token 的检测用 faceidctl sandbox complete 结束。结果：两个 API 的 get_result。

密钥文件是 JSON 数组，每个对象有 api_key、api_secret，以及可选的 discontinued（true）、
data_source（false）、apis（[&quot;get_token&quot;]）、networks（[&quot;10.0.0.0/8&quot;]）、concurrency、attempts 和 balance
（数字）：同时进行的请求数、每个人可得的 token 数，以及总共可得的 token 数。

退出码：0 已停止，1 无法监听，64 命令行有误。
</translation>
    </message>
    <message>
        <source>More of them, one on each line; # begins a comment.</source>
        <translation>更多场景，每行一个；# 开头的是注释。</translation>
    </message>
    <message>
        <source>Keep tokens, results, serial numbers and used signs over a restart. No secret is in it.</source>
        <translation>保存 token、结果、流水号和用过的 sign，重启后仍在。其中没有任何密钥。</translation>
    </message>
    <message>
        <source>Take a sign for so long after its end. Default: 0.</source>
        <translation>sign 过期后仍接受这么久。默认：0。</translation>
    </message>
    <message>
        <source>Write AUTHORIZATION_ERROR:INVALID_SIGN instead of INVALID_SIGN.</source>
        <translation>用 AUTHORIZATION_ERROR:INVALID_SIGN 代替 INVALID_SIGN。</translation>
    </message>
    <message>
        <source>--listen takes 127.0.0.1:PORT, or the ADDRESS:PORT of another interface; port 0 means any free one.</source>
        <translation>--listen 的形式是 127.0.0.1:端口，或其他网卡的 地址:端口；端口 0 表示任意空闲端口。</translation>
    </message>
    <message>
        <source>Let --listen name an address that other machines can reach, too.</source>
        <translation>允许 --listen 使用其他机器也能访问的地址。</translation>
    </message>
    <message>
        <source>Speak TLS, with a certificate of this machine that is made and kept; stderr says where.</source>
        <translation>使用 TLS，证书为本机生成并保存；位置写在标准错误输出中。</translation>
    </message>
    <message>
        <source>Speak TLS that clients must refuse: %1.</source>
        <translation>使用客户端必须拒绝的 TLS：%1。</translation>
    </message>
    <message>
        <source>Other machines could reach &apos;%1&apos;: give 127.0.0.1:PORT, or --allow-remote if that is what you want.</source>
        <translation>其他机器可以访问“%1”：请改用 127.0.0.1:PORT，确实需要时加上 --allow-remote。</translation>
    </message>
    <message>
        <source>--tls-flaw takes one of: %1.</source>
        <translation>--tls-flaw 的取值：%1。</translation>
    </message>
    <message>
        <source>Certificate SHA-256 %1. Trust it with: curl --cacert %2</source>
        <translation>证书 SHA-256 %1。信任它：curl --cacert %2</translation>
    </message>
    <message>
        <source>WARNING: other machines can reach this sandbox at %1. It is an imitation for tests: send it no data of real people.</source>
        <translation>警告：其他机器可以通过 %1 访问这个沙盒。它只是测试用的仿制品：不要发送真实的个人数据。</translation>
    </message>
    <message>
        <source>WARNING: without --tls everybody on the way can read what is sent.</source>
        <translation>警告：不加 --tls，途经的任何人都能读到发送的内容。</translation>
    </message>
    <message>
        <source>The result of a PC token is asked for by its biz_id, and no callback has brought it: give --biz-id ID.</source>
        <translation>PC token 的结果要用 biz_id 查询，而尚无回调带来它：请给出 --biz-id ID。</translation>
    </message>
    <message>
        <source>the biz_id of a callback</source>
        <translation>回调中的 biz_id</translation>
    </message>
    <message>
        <source>the token, or --biz-id ID</source>
        <translation>token，或 --biz-id ID</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no token.</source>
        <translation>“%1”不是 token。</translation>
    </message>
    <message>
        <source>The history could not be updated: %1</source>
        <translation>无法更新历史：%1</translation>
    </message>
    <message>
        <source>--level takes 1 to %1.</source>
        <translation>--level 取 1 到 %1。</translation>
    </message>
    <message>
        <source>Look up what became of a token: flow, liveness and comparison.</source>
        <translation>查询 token 的结果：流程、活体和比对。</translation>
    </message>
    <message>
        <source>A biz_token is asked for as it is, a PC token by its biz_id, which its callback brings. A row of the
history says which profile to ask with and keeps the result, redacted. Pictures are fetched but shown
as sizes only, and never written. A finished flow is not a pass: read all three verdicts.

Exit status: 0 everything that was asked for passed, 1 it did not, 2 there is no result, 64 the command
line is wrong.
</source>
        <translation>biz_token 直接查询；PC token 用回调带来的 biz_id 查询。历史中的记录说明用哪个配置查询，
并保存脱敏后的结果。图片只显示大小，绝不写入磁盘。流程走完不等于通过：请看全部三项结论。

退出状态：0 所要求的各项都通过，1 有未通过的，2 没有结果，64 命令行有误。
</translation>
    </message>
    <message>
        <source>Of the PC API: the id in its callback&apos;s data.</source>
        <translation>PC 接口：回调 data 中的编号。</translation>
    </message>
    <message>
        <source>Read scores against this security_level, 1 to 4. Default: the row&apos;s, or 2.</source>
        <translation>按此 security_level（1 到 4）判读分数。默认取记录中的值，否则为 2。</translation>
    </message>
    <message>
        <source>%1: no picture, %2 bytes</source>
        <translation>%1：不是图片，%2 字节</translation>
    </message>
    <message>
        <source>%1: %2, %3 x %4 pixels, %5 bytes</source>
        <translation>%1：%2，%3 × %4 像素，%5 字节</translation>
    </message>
    <message>
        <source>Who must act: %1. %2</source>
        <translation>应由谁处理：%1。%2</translation>
    </message>
    <message>
        <source>The service itself called the comparison otherwise: it judged by another security_level, or contradicts itself.</source>
        <translation>服务自己的比对结论与此不同：它按另一个 security_level 判断，或自相矛盾。</translation>
    </message>
    <message>
        <source>Suspicious: %1 %2, over %3.</source>
        <translation>可疑：%1 为 %2，超过阈值 %3。</translation>
    </message>
    <message>
        <source>Said of the ID photo: %1.</source>
        <translation>关于证件照：%1。</translation>
    </message>
    <message>
        <source>No result.</source>
        <translation>没有结果。</translation>
    </message>
    <message>
        <source>Can be looked up until %1 (UTC).</source>
        <translation>可查询至 %1（UTC）。</translation>
    </message>
    <message>
        <source>Look-ups by this program so far: %1.</source>
        <translation>本程序已查询次数：%1。</translation>
    </message>
    <message>
        <source>the notify_url</source>
        <translation>notify_url</translation>
    </message>
    <message>
        <source>Say whether the service can call a notify_url: scheme, port, host, certificate, time.</source>
        <translation>检查服务能否回调某个 notify_url：协议、端口、主机、证书、时间。</translation>
    </message>
    <message>
        <source>It asks for headers only and sends no callback. A way that is open from here may be closed from the
service&apos;s network. Plain HTTP to another machine is not tried.

Exit status: 0 nothing bad was found, 1 the service cannot use it, 64 the command line is wrong.
</source>
        <translation>只请求头部，不发送回调。从本机能通，不代表从服务的网络能通。
不会尝试到其他机器的明文 HTTP。

退出状态：0 没有发现问题，1 服务无法使用该地址，64 命令行有误。
</translation>
    </message>
    <message>
        <source>--answer takes one of: %1.</source>
        <translation>--answer 取以下之一：%1。</translation>
    </message>
    <message>
        <source>No secret was given, so signs are not checked: set FACEID_API_SECRET, or give --profile or --sandbox.</source>
        <translation>没有给出 secret，因此不校验 sign：请设置 FACEID_API_SECRET，或给出 --profile 或 --sandbox。</translation>
    </message>
    <message>
        <source>Only this machine can reach it. Ctrl+C stops.</source>
        <translation>只有本机可以访问。按 Ctrl+C 停止。</translation>
    </message>
    <message>
        <source>Receive callbacks of notify_url and return_url, check them and answer as chosen.</source>
        <translation>接收 notify_url 和 return_url 的回调，校验并按所选方式应答。</translation>
    </message>
    <message>
        <source>200 (default), 500, slow, or none: leave the connection open.</source>
        <translation>200（默认）、500、slow，或 none：保持连接不应答。</translation>
    </message>
    <message>
        <source>How long slow takes. Default: 10.</source>
        <translation>slow 等待多久。默认 10。</translation>
    </message>
    <message>
        <source>Append each callback as a line of JSON, for callback replay. Only you can read it.</source>
        <translation>把每个回调作为一行 JSON 追加到文件，供 callback replay 使用。只有你能读取。</translation>
    </message>
    <message>
        <source>Stop after so many.</source>
        <translation>收到这么多个之后停止。</translation>
    </message>
    <message>
        <source>The sign was not checked: there is no secret to check it with.</source>
        <translation>未校验 sign：没有可用的 secret。</translation>
    </message>
    <message>
        <source>The sign matches: it was made with this secret over these bytes.</source>
        <translation>sign 匹配：确由该 secret 对这些字节生成。</translation>
    </message>
    <message>
        <source>The sign DIFFERS: trust nothing in this callback.</source>
        <translation>sign 不匹配：不可相信此回调中的任何内容。</translation>
    </message>
    <message>
        <source>No callback of the service: %1</source>
        <translation>不是服务的回调：%1</translation>
    </message>
    <message>
        <source>Of the history&apos;s row %1.</source>
        <translation>对应历史记录 %1。</translation>
    </message>
    <message>
        <source>The history has no row with this biz_no.</source>
        <translation>历史中没有该 biz_no 的记录。</translation>
    </message>
    <message>
        <source>The secret of profile %1 cannot be had: %2</source>
        <translation>无法取得配置 %1 的 secret：%2</translation>
    </message>
    <message>
        <source>With the secret of the built-in sandbox.</source>
        <translation>使用内置沙盒的 secret。</translation>
    </message>
    <message>
        <source>With the secret of a profile, from the keychain.</source>
        <translation>使用密钥环中某个配置的 secret。</translation>
    </message>
    <message>
        <source>the address to send to</source>
        <translation>要发送到的地址</translation>
    </message>
    <message>
        <source>--comparison-type takes 1, 0 or -1.</source>
        <translation>--comparison-type 取 1、0 或 -1。</translation>
    </message>
    <message>
        <source>A callback is signed with the api_secret: set FACEID_API_SECRET, or give --profile or --sandbox.</source>
        <translation>回调用 api_secret 签名：请设置 FACEID_API_SECRET，或给出 --profile 或 --sandbox。</translation>
    </message>
    <message>
        <source>the log of callback listen</source>
        <translation>callback listen 的日志</translation>
    </message>
    <message>
        <source>The log has %1 callbacks.</source>
        <translation>日志中有 %1 个回调。</translation>
    </message>
    <message>
        <source>Exit status: 0 taken (2xx), 1 refused (another status), 2 no answer, 64 the command line is wrong.
</source>
        <translation>退出状态：0 已接收（2xx），1 被拒绝（其他状态），2 没有应答，64 命令行有误。
</translation>
    </message>
    <message>
        <source>Send a made, signed callback to an integration under test.</source>
        <translation>向被测集成发送一个构造的、带签名的回调。</translation>
    </message>
    <message>
        <source>As the service does: one POST of a form with data and sign. Its result says &quot;log&quot;:&quot;simulated&quot;. The
secret is that of --sandbox, of --profile, or in FACEID_API_SECRET.

</source>
        <translation>与服务的做法相同：用 POST 发送一次含 data 和 sign 的表单。结果中标有 &quot;log&quot;:&quot;simulated&quot;。
secret 取自 --sandbox、--profile 或 FACEID_API_SECRET。

</translation>
    </message>
    <message>
        <source>How the check ended: %1.</source>
        <translation>检测如何结束：%1。</translation>
    </message>
    <message>
        <source>Default: callback-test.</source>
        <translation>默认：callback-test。</translation>
    </message>
    <message>
        <source>biz_extra_data.</source>
        <translation>biz_extra_data。</translation>
    </message>
    <message>
        <source>1 (default), 0, or -1 for liveness alone.</source>
        <translation>1（默认）、0，或 -1 表示仅活体。</translation>
    </message>
    <message>
        <source>Spoil the sign: the integration must not take it.</source>
        <translation>故意写错 sign：集成不应接受。</translation>
    </message>
    <message>
        <source>Send the very same so often: nothing may be booked twice.</source>
        <translation>同一回调发送这么多次：不得重复入账。</translation>
    </message>
    <message>
        <source>Send a callback that came once more, byte for byte, to this machine.</source>
        <translation>把收到过的回调逐字节原样重放到本机。</translation>
    </message>
    <message>
        <source>URL is an address of this machine, as a callback that came may be about a real person.

</source>
        <translation>URL 必须是本机地址，因为收到的回调可能涉及真实人员。

</translation>
    </message>
    <message>
        <source>What callback listen --log has written.</source>
        <translation>callback listen --log 写下的文件。</translation>
    </message>
    <message>
        <source>Which of them, from 1. Default: the last.</source>
        <translation>第几个，从 1 开始。默认最后一个。</translation>
    </message>
    <message>
        <source>the file with the bytes of the field data</source>
        <translation>存有字段 data 原始字节的文件</translation>
    </message>
    <message>
        <source>the field sign of the same callback</source>
        <translation>同一回调的字段 sign</translation>
    </message>
    <message>
        <source>A sign is checked with the api_secret: set FACEID_API_SECRET, or give --profile or --sandbox.</source>
        <translation>校验 sign 需要 api_secret：请设置 FACEID_API_SECRET，或给出 --profile 或 --sandbox。</translation>
    </message>
    <message>
        <source>Check the sign of a callback offline, and say what the callback says.</source>
        <translation>离线校验回调的 sign，并解读回调内容。</translation>
    </message>
    <message>
        <source>The file holds the bytes of the field data after url-decoding, nothing else. Of a sign that differs
the usual mistakes are named: capitals, a line break, HMAC, secret behind the data, JSON written anew.

Exit status: 0 the sign matches, 1 it differs, 64 the command line is wrong.
</source>
        <translation>文件中只存放 URL 解码之后字段 data 的字节。sign 不匹配时会指出常见错误：
大写、换行、HMAC、secret 拼在后面、JSON 被重新序列化。

退出状态：0 sign 匹配，1 不匹配，64 命令行有误。
</translation>
    </message>
    <message>
        <source>File with the field data.</source>
        <translation>存有字段 data 的文件。</translation>
    </message>
    <message>
        <source>The field sign.</source>
        <translation>字段 sign。</translation>
    </message>
    <message>
        <source>There is no language &apos;%1&apos;. Name one of: %2.</source>
        <translation>没有语言“%1”。可用：%2。</translation>
    </message>
    <message>
        <source>Name the language and the endpoint: faceidctl code python get_biz_token.</source>
        <translation>请写明语言和接口：faceidctl code python get_biz_token。</translation>
    </message>
    <message>
        <source>Would be refused: %1</source>
        <translation>会被拒绝：%1</translation>
    </message>
    <message>
        <source>Write the request as a program that runs.</source>
        <translation>把请求写成可以运行的程序。</translation>
    </message>
    <message>
        <source>LANGUAGE is one of: %1.
The program makes the sign itself. It takes FACEID_API_KEY, FACEID_API_SECRET and, for another
service, FACEID_BASE_URL from its environment; no secret stands in it. A missing biz_no is
generated. What would be refused is said on stderr, and written all the same.
</source>
        <translation>LANGUAGE 可以是：%1。
程序自己计算签名。它从环境变量读取 FACEID_API_KEY、FACEID_API_SECRET，访问其他服务时
读取 FACEID_BASE_URL；程序中没有密钥。缺少的 biz_no 会自动生成。会被拒绝的内容在 stderr
上说明，程序照样写出。
</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be the same for all rows.</source>
        <translation>“%1”不能对所有行都相同。</translation>
    </message>
    <message>
        <source>the sheet, a CSV file</source>
        <translation>表格（CSV 文件）</translation>
    </message>
    <message>
        <source>--endpoint takes get_biz_token or get_token.</source>
        <translation>--endpoint 取 get_biz_token 或 get_token。</translation>
    </message>
    <message>
        <source>%1 rows checked</source>
        <translation>已检查 %1 行</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 个</translation>
    </message>
    <message>
        <source>The results could not be written: %1 They are in the history; --resume writes them again.</source>
        <translation>无法写入结果：%1 结果在历史中；用 --resume 可再次写出。</translation>
    </message>
    <message>
        <source>--parallel takes 1 to %1.</source>
        <translation>--parallel 取 1 到 %1。</translation>
    </message>
    <message>
        <source>the file for the results</source>
        <translation>结果文件</translation>
    </message>
    <message>
        <source>The sheet is UTF-8 CSV with a header. Columns are named as the API&apos;s fields (idcard_name, biz_no ...); cells
of image_ref1 to image_ref3 are paths of photos, relative to the sheet. A column that begins with # is passed
over. All rows are checked before the first is sent; if one would be refused, nothing is sent.

A row is sent once. Only what the service cannot have issued (not sent, cut off, busy) is sent again, after
pauses that grow. FILE.csv.batch keeps the serial number of every row: after a crash --resume goes on, and no
row that may have a token is sent again. Ctrl+C ends the batch and writes the results so far.

The results have what is not personal of the sheet, and outcome, token, link, expires_at, error, message,
serial_number, request_id and history_id. Only you can read them.

Exit status: 0 every row has a token, 1 not every row, 2 nothing was sent, 4 of at least one row nobody knows,
64 the command line is wrong, 74 the results could not be written.
</source>
        <translation>表格是带表头的 UTF-8 CSV。列名即接口字段名（idcard_name、biz_no……）；image_ref1 到 image_ref3
的单元格是照片路径，相对于表格所在文件夹。列名以 # 开头的列会被跳过。发送第一行之前先检查所有行；
只要有一行会被拒绝，就什么也不发送。

每行只发送一次。只有服务不可能已签发的（未发出、上传中断、繁忙）才会再次发送，间隔逐渐加长。
FILE.csv.batch 保存每行的流水号：崩溃之后用 --resume 继续，可能已有 token 的行绝不再次发送。
Ctrl+C 结束批次并写出目前的结果。

结果包含表格中的非个人列，以及 outcome、token、link、expires_at、error、message、
serial_number、request_id 和 history_id。只有你能读取。

退出状态：0 每行都有 token，1 不是每行都有，2 什么也没有发送，4 至少一行结果未知，
64 命令行有误，74 无法写出结果。
</translation>
    </message>
    <message>
        <source>Issue a token for each row of a sheet.</source>
        <translation>为表格中的每一行签发 token。</translation>
    </message>
    <message>
        <source>Write the results there.</source>
        <translation>把结果写到该文件。</translation>
    </message>
    <message>
        <source>So many requests at one time. Default: 4.</source>
        <translation>同时进行的请求数。默认 4。</translation>
    </message>
    <message>
        <source>Go on with a batch that was begun; sends nothing twice.</source>
        <translation>继续已开始的批次；不会重复发送。</translation>
    </message>
    <message>
        <source>Check all rows and send nothing.</source>
        <translation>只检查所有行，不发送。</translation>
    </message>
    <message>
        <source>A field of every row that does not have it itself. May be given again.</source>
        <translation>补给没有该字段的每一行。可多次给出。</translation>
    </message>
    <message>
        <source>get_biz_token or get_token. Default: as the columns tell.</source>
        <translation>get_biz_token 或 get_token。默认按列名判断。</translation>
    </message>
    <message>
        <source>Write a QR code of each link or token into this folder.</source>
        <translation>把每个链接或 token 的二维码写入该文件夹。</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>row %1, %2</source>
        <translation>第 %1 行，%2</translation>
    </message>
    <message>
        <source>%1 of %2 rows, %3 issued, %4 a second</source>
        <translation>%1/%2 行，已签发 %3，每秒 %4 行</translation>
    </message>
    <message>
        <source>, about %1 s left</source>
        <translation>，约剩 %1 秒</translation>
    </message>
    <message>
        <source>; the service is busy or away, waiting %1 s</source>
        <translation>；服务繁忙或无法连接，等待 %1 秒</translation>
    </message>
    <message>
        <source>Issued %1, refused %2, not sent %3, unknown %4, not come to %5.</source>
        <translation>已签发 %1，被拒绝 %2，未发出 %3，未知 %4，尚未处理 %5。</translation>
    </message>
    <message>
        <source>Stopped: %1 Go on with --resume.</source>
        <translation>已停止：%1 用 --resume 继续。</translation>
    </message>
    <message>
        <source>Of unknown rows a token may have been issued, so they are not sent again. Find out, take it down (faceidctl history resolve ID not-issued), then --resume sends them.</source>
        <translation>未知的行可能已签发 token，因此不会再次发送。请先查明并登记（faceidctl history resolve ID not-issued），之后 --resume 会发送它们。</translation>
    </message>
    <message>
        <source>Print tokens in full instead of masked; noted in the audit trail.</source>
        <translation>完整显示 token，不打码；会记入审计记录。</translation>
    </message>
    <message>
        <source>the text to look for, or --person</source>
        <translation>要查找的文字，或 --person</translation>
    </message>
    <message>
        <source>List the rows with a text in them or about one person, newest first.</source>
        <translation>列出含有某段文字或关于某个人的记录，最新的在前。</translation>
    </message>
    <message>
        <source>The text may stand anywhere in biz_no, uuid, request_id, token, note, tags, ticket or error; upper and
lower case are the same. A person is found by a key in the keychain, because names and ID numbers are
kept masked only.

Exit status: 0 listed; 1 the history cannot be read, or there is no key and only a uuid was looked
for; 64 the command line is wrong.
</source>
        <translation>文字可以出现在 biz_no、uuid、request_id、token、备注、标签、工单号或错误信息中的任何位置，
不区分大小写。姓名和身份证号只以打码形式保存，因此查找个人要用密钥环里的密钥。

退出状态：0 已列出；1 无法读取历史记录，或没有密钥而只按 uuid 查找；64 命令行有误。
</translation>
    </message>
    <message>
        <source>Names and ID numbers are kept masked only; of photos only size and check sum.

Exit status: 0 printed, 1 there is no such row, 64 the command line is wrong.
</source>
        <translation>姓名和身份证号只以打码形式保存；照片只保存大小和校验和。

退出状态：0 已输出，1 没有这条记录，64 命令行有误。
</translation>
    </message>
    <message>
        <source>the ids of rows</source>
        <translation>记录的 id</translation>
    </message>
    <message>
        <source>The history has no row %1.</source>
        <translation>历史中没有记录 %1。</translation>
    </message>
    <message>
        <source>the archive to read</source>
        <translation>要读取的归档</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message numerus="yes">
        <source>Left out: %n other request(s).</source>
        <translation>
            <numerusform>忽略其他请求 %n 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>Print rows of the history as an HTTP archive (HAR 1.2).</source>
        <translation>把历史记录输出为 HTTP 归档（HAR 1.2）。</translation>
    </message>
    <message>
        <source>Say which token requests an HTTP archive of some other program holds.</source>
        <translation>说明其他程序的 HTTP 归档中有哪些 token 请求。</translation>
    </message>
    <message>
        <source>Does not fit:</source>
        <translation>不适用：</translation>
    </message>
    <message>
        <source>Say what a cURL command would send, and what of it fits no form.</source>
        <translation>说明一条 cURL 命令会发送什么，其中哪些不适用于表单。</translation>
    </message>
    <message>
        <source>From FILE or stdin: a command as bash, cmd or PowerShell take it, a mail or script with one, or
what a browser copies as cURL. It is not run, no photo is read, nothing is sent or kept.
Credentials are left out and personal values printed masked.
</source>
        <translation>从 FILE 或标准输入读取：bash、cmd 或 PowerShell 的命令，含有命令的邮件或脚本，或浏览器
复制的 cURL。命令不会执行，不读取照片，不发送也不保存任何内容。
凭据不会输出，个人信息以掩码显示。
</translation>
    </message>
    <message>
        <source>Results go to stdout, messages to stderr. Secrets never go on the command line.
A first token: faceidctl issue get_biz_token --sandbox -f comparison_type=0 -f uuid=u-1 -i image_ref1=FACE.jpg
</source>
        <translation>结果写到标准输出，消息写到标准错误。密钥从不写在命令行上。
第一个 token：faceidctl issue get_biz_token --sandbox -f comparison_type=0 -f uuid=u-1 -i image_ref1=FACE.jpg
</translation>
    </message>
    <message>
        <source>VERB</source>
        <translation>动词</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>issue FaceID tokens from a terminal</source>
        <translation>在终端签发 FaceID token</translation>
    </message>
    <message>
        <source>SYNOPSIS</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>DESCRIPTION</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>VERBS</source>
        <translation>动词</translation>
    </message>
    <message>
        <source>FILES</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Settings and profiles, without secrets.</source>
        <translation>设置和配置，不含密钥。</translation>
    </message>
    <message>
        <source>What was sent and what became of it.</source>
        <translation>发送过什么，结果如何。</translation>
    </message>
    <message>
        <source>SEE ALSO</source>
        <translation>另请参阅</translation>
    </message>
    <message>
        <source>--resume goes on with it.</source>
        <translation>--resume 会继续该批次。</translation>
    </message>
    <message>
        <source>A bundle takes %1 rows.</source>
        <translation>一个支持包最多 %1 条记录。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Replaced:</source>
        <translation>已替换：</translation>
    </message>
    <message>
        <source>the bundle to read</source>
        <translation>要读取的支持包</translation>
    </message>
    <message>
        <source>Write rows of the history as a zip for support, without what is personal.</source>
        <translation>把历史记录写成给技术支持的 zip，不含个人信息。</translation>
    </message>
    <message>
        <source>Parts of the request, answer, times, what the sign stated, versions of program, Qt, system and TLS.
Names, ID numbers, user ids, tokens, values in addresses and cookies have pseudonyms, the same for the
same value; photos are told by size and check sum. What was replaced goes to stdout. The audit trail
notes it.
</source>
        <translation>包括请求各部分、应答、用时、签名的声明以及程序、Qt、系统和 TLS 的版本。
姓名、身份证号、用户标识、token、地址中的参数值和 Cookie 以代号代替，同一个值代号相同；
照片只写大小和校验和。替换了什么输出到 stdout。审计记录会记下这次导出。
</translation>
    </message>
    <message>
        <source>The file to write, which only you can read.</source>
        <translation>要写入的文件，仅本人可读。</translation>
    </message>
    <message>
        <source>Print the files of a support bundle.</source>
        <translation>输出支持包中的文件。</translation>
    </message>
    <message>
        <source>Nothing is unpacked and nothing is kept. What stands in square brackets was replaced.
</source>
        <translation>不解包、不留存。方括号内是被替换的内容。
</translation>
    </message>
    <message>
        <source>Your administrator lets no api_secret be entered here. What the keychain has serves.</source>
        <translation>管理员不允许在此输入 api_secret。密钥环中已有的仍可使用。</translation>
    </message>
    <message>
        <source>the ids of two rows</source>
        <translation>两条记录的编号</translation>
    </message>
    <message>
        <source>Compare two rows of the history: request, answer and times.</source>
        <translation>比较历史中的两条记录：请求、应答和用时。</translation>
    </message>
    <message>
        <source>In front of each name:
  !  it differs
  ~  it differs as any two requests do: ids, moments, durations
  ?  two masked values that are alike; whether they are the same is not known
Of a row&apos;s values &lt; is the first one&apos;s, &gt; the second one&apos;s, and = both&apos;s. A JSON answer is
compared member by member. Exit status: 0 nothing is marked !, 1 something is, 2 a row is not
there.
</source>
        <translation>每个名称前的符号：
  !  不同
  ~  每次请求都不同：编号、时刻、用时
  ?  两个掩码相同；原值是否相同无从得知
值前的 &lt; 为第一条，&gt; 为第二条，= 为两者相同。JSON 应答逐个成员比较。
退出状态：0 没有标 ! 的，1 有，2 记录不存在。
</translation>
    </message>
    <message>
        <source>Also print what is the same.</source>
        <translation>相同的也列出。</translation>
    </message>
    <message>
        <source>Look at everything that this program needs, and say what to do.</source>
        <translation>检查本程序所需的一切，并说明怎么办。</translation>
    </message>
    <message>
        <source>Policy, keychain, TLS, proxy, clock, fonts, settings, history (read to its end) and a made-up token
from a sandbox of its own. Nothing leaves this computer, unless --profile names a profile whose
services are to be reached; nothing is issued there. The report holds nothing secret or personal.

Exit status: 0 nothing bad was found, 1 something was, 64 the command line is wrong.
</source>
        <translation>策略、密钥环、TLS、代理、时钟、字体、设置、历史（从头读到尾），以及从自带沙盒签发的一个虚构 token。
除非用 --profile 指明要检测其服务的配置，任何数据都不离开本机；在那里也不签发。报告不含密钥和个人信息。

退出码：0 没有问题，1 有问题，64 命令行有误。
</translation>
    </message>
    <message>
        <source>Also test the way to this profile&apos;s services.</source>
        <translation>同时检测通往此配置的服务的路径。</translation>
    </message>
    <message>
        <source>List every host that this program may contact.</source>
        <translation>列出本程序可能联系的所有主机。</translation>
    </message>
    <message>
        <source>From the saved profiles, their proxies and pages. Nobody else is ever contacted.
</source>
        <translation>来自已保存的配置及其代理和页面。除此之外不联系任何主机。
</translation>
    </message>
    <message>
        <source>Your administrator has personal data masked, so --%1 is not to be had.</source>
        <translation>管理员要求对个人信息掩码，因此不能使用 --%1。</translation>
    </message>
    <message>
        <source>Your administrator has tokens masked, so --%1 is not to be had.</source>
        <translation>管理员要求对 token 掩码，因此不能使用 --%1。</translation>
    </message>
    <message>
        <source>Exactly one of --sandbox, --profile and --base-url says where to send. A missing biz_no is
generated. Nothing is ever sent twice and no redirect is followed. Ctrl+C ends the request and
reports what became of it.
</source>
        <translation>--sandbox、--profile、--base-url 三者选一，指明发往哪里。缺少的 biz_no 会自动生成。
绝不重复发送，也不跟随重定向。Ctrl+C 结束请求并报告结果。
</translation>
    </message>
    <message>
        <source>Environment:
  FACEID_API_SECRET  the api_secret for --base-url; with --profile it replaces the keychain&apos;s
  SSL_CERT_FILE      certificate authorities to trust as well, where --ca names none
</source>
        <translation>环境变量：
  FACEID_API_SECRET  --base-url 用的 api_secret；与 --profile 同用时替代密钥环中的
  SSL_CERT_FILE      额外信任的证书颁发机构（未给 --ca 时）
</translation>
    </message>
    <message>
        <source>Exit status:</source>
        <translation>退出码：</translation>
    </message>
    <message>
        <source>Credentials are left out, photos replaced by their size and hash, and pseudonyms stand for names, ID
numbers, user ids and tokens. The audit trail notes it.
</source>
        <translation>不含凭据；照片以大小和散列值代替；姓名、身份证号、用户标识和 token 以代号表示。
审计记录会记下此操作。
</translation>
    </message>
    <message>
        <source>Masked names and ID numbers, and uuids, instead of pseudonyms.</source>
        <translation>写出掩码后的姓名和身份证号以及 uuid，而不是代号。</translation>
    </message>
    <message>
        <source>Stopped before anything was sent. --resume goes on with it.</source>
        <translation>已停止，尚未发送任何请求。用 --resume 继续。</translation>
    </message>
    <message>
        <source>Not judged, as the history does not have them in full: %1.</source>
        <translation>未作判断，因为历史中没有其完整内容：%1。</translation>
    </message>
    <message>
        <source>Said in another way:</source>
        <translation>换一种写法：</translation>
    </message>
    <message>
        <source>No counterpart:</source>
        <translation>没有对应项：</translation>
    </message>
    <message>
        <source>Still wanted by %1:</source>
        <translation>%1 还需要：</translation>
    </message>
    <message>
        <source>-f and -i go with the name of an API, not with the id of a row.</source>
        <translation>-f 和 -i 要与接口名一起使用，不能与记录的 ID 一起使用。</translation>
    </message>
    <message>
        <source>Make a request one of the other API and say what changes; send nothing.</source>
        <translation>把请求变成另一个接口的请求并说明变化；不发送任何内容。</translation>
    </message>
    <message>
        <source>Of a request for the API that is named, given by -f and -i, or of a row of the history. Fields go
over by name, as both documents call what they share the same. Where the two APIs assume different
values for what is left out, the value is said outright. Personal values are printed masked.

Exit status: 0 the other API would refuse nothing, 1 there is no such row, 2 it would refuse
something, 64 the command line is wrong.
</source>
        <translation>对指定接口的请求（由 -f 和 -i 给出），或历史中的一条记录。字段按名称带过去，因为两份文档对共有的
字段用同样的名称。省略时两个接口取值不同的字段会明确写出其值。个人信息以掩码输出。

退出码：0 另一个接口不会拒绝，1 没有这条记录，2 会拒绝，64 命令行有误。
</translation>
    </message>
    <message>
        <source>The batch was begun with another %1 for all rows. Leave it out: the plan has it.</source>
        <translation>该批次开始时，所有行的 %1 是另一个值。请不要再指定它：计划文件里已有。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s), %1 of them would be refused.</source>
        <translation>
            <numerusform>共 %n 行，其中 %1 行会被拒绝。</numerusform>
        </translation>
    </message>
    <message>
        <source>Name get_biz_token, get_token, or the id of a row that faceidctl history list shows.</source>
        <translation>请给出 get_biz_token、get_token 或一条记录的 ID（见 faceidctl history list）。</translation>
    </message>
    <message>
        <source>Nothing differs.</source>
        <translation>没有不同。</translation>
    </message>
    <message>
        <source>Does not fit: %1</source>
        <translation>不适用：%1</translation>
    </message>
    <message>
        <source>Each with what became of it, what would be refused, and what does not fit. Personal values are
printed masked; nothing is sent and nothing is kept.
</source>
        <translation>逐个说明结果、会被拒绝的内容以及不适用的内容。个人信息以掩码输出；不发送也不保存任何内容。
</translation>
    </message>
    <message>
        <source>This token is masked. faceidctl history list --show-token prints it in full.</source>
        <translation>此 token 是掩码。faceidctl history list --show-token 输出完整内容。</translation>
    </message>
    <message>
        <source>Without a keychain: profile add --no-secret, and FACEID_API_SECRET set for each request.</source>
        <translation>没有密钥环时：用 profile add --no-secret，并在每次请求时设置 FACEID_API_SECRET。</translation>
    </message>
    <message>
        <source>It was issued with --base-url %1: give that and --api-key again.</source>
        <translation>它是用 --base-url %1 签发的：请再次给出该地址和 --api-key。</translation>
    </message>
    <message>
        <source>There is no &apos;%1&apos;. Did you mean &apos;%2&apos;? Known: %3.</source>
        <translation>没有“%1”。您是想用“%2”吗？可用的有：%3。</translation>
    </message>
    <message>
        <source>WARNING: other machines can reach it, and anybody may send forms: trust only what has a matching sign. The service calls public addresses only, and related pages of it allow the ports %1. Ctrl+C stops.</source>
        <translation>警告：其他机器可以访问，任何人都能发送表单：只相信 sign 匹配的内容。服务只回调公网地址，其相关文档允许的端口为 %1。按 Ctrl+C 停止。</translation>
    </message>
    <message>
        <source>The first line of stdout is &quot;listening on http://127.0.0.1:PORT&quot;; stderr has the two addresses for a
form. Each callback is checked (sign, over the bytes of data), read and tied to its row of the
history by biz_no; the result of a genuine one is kept there. When more come than can be looked
at, they are answered 503 and not kept.

Exit status: 0 stopped, 1 could not listen, 64 the command line is wrong.
</source>
        <translation>标准输出的第一行是 “listening on http://127.0.0.1:PORT”；标准错误给出表单要填的两个地址。
每个回调都会校验（对 data 的字节校验 sign）、解读，并按 biz_no 对应到历史记录；
真实回调带来的结果会保存在该记录中。来得太多而处理不过来时，多出的回调以 503 应答，不予保留。

退出状态：0 已停止，1 无法监听，64 命令行有误。
</translation>
    </message>
    <message>
        <source>--log %1: %2. What comes is answered all the same, but missing there until it can be written to again: make room, or start again with another file.</source>
        <translation>--log %1：%2。收到的请求照常应答，但在文件重新可写之前不会记入其中：请腾出空间，或换一个文件重新启动。</translation>
    </message>
</context>
<context>
    <name>ConnectionReport</name>
    <message>
        <source>This computer&apos;s clock is %1 s ahead of the service&apos;s. Set it, or signs will be refused.</source>
        <translation>本机时钟比服务端快 %1 秒。请校准，否则签名会被拒绝。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 s behind the service&apos;s. Set it, or signs will be refused.</source>
        <translation>本机时钟比服务端慢 %1 秒。请校准，否则签名会被拒绝。</translation>
    </message>
    <message>
        <source>Find the host</source>
        <translation>解析主机名</translation>
    </message>
    <message>
        <source>Pass the proxy</source>
        <translation>通过代理</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Check the certificate (TLS)</source>
        <translation>验证证书（TLS）</translation>
    </message>
    <message>
        <source>Get an answer</source>
        <translation>得到应答</translation>
    </message>
    <message>
        <source>Compare the clocks</source>
        <translation>核对时钟</translation>
    </message>
    <message>
        <source>Nobody knows a host of the name %1. Check the address, and whether this computer is online.</source>
        <translation>找不到名为 %1 的主机。请检查地址，以及本机是否联网。</translation>
    </message>
    <message>
        <source>The proxy does not let this through. Check its host, port, user and password.</source>
        <translation>代理不放行。请检查其主机、端口、用户名和密码。</translation>
    </message>
    <message>
        <source>Nothing answers at %1. Check the address and its port, and whether a firewall or a proxy stands between.</source>
        <translation>%1 没有应答。请检查地址和端口，以及中间是否有防火墙或代理。</translation>
    </message>
    <message>
        <source>The certificate is not to be trusted, so nothing is ever sent there. For a private certificate authority, name its file.</source>
        <translation>证书不可信，因此不会向那里发送任何内容。若是私有证书颁发机构，请指定其文件。</translation>
    </message>
    <message>
        <source>What answers there does not speak HTTP. Check the address and its port.</source>
        <translation>那里的应答不是 HTTP。请检查地址和端口。</translation>
    </message>
</context>
<context>
    <name>Contacts</name>
    <message>
        <source>%1: issuing, results and the test of the connection, each when asked for</source>
        <translation>%1：签发、查询结果和检测连接，均在操作时</translation>
    </message>
    <message>
        <source>the proxy that the system names</source>
        <translation>系统指定的代理</translation>
    </message>
    <message>
        <source>the way to the services</source>
        <translation>通往服务的路径</translation>
    </message>
    <message>
        <source>the end user&apos;s page: by the browser, when it is opened from here</source>
        <translation>最终用户页面：从这里打开时由浏览器访问</translation>
    </message>
    <message>
        <source>an address that you give</source>
        <translation>您给出的地址</translation>
    </message>
    <message>
        <source>faceidctl callback send, replay and doctor; the sandbox calls the notify_url of its requests</source>
        <translation>faceidctl callback send、replay 和 doctor；沙盒会调用其请求的 notify_url</translation>
    </message>
</context>
<context>
    <name>Contract</name>
    <message>
        <source>A required parameter is missing.</source>
        <translation>缺少必选参数。</translation>
    </message>
    <message>
        <source>Fill in the marked field and issue again.</source>
        <translation>填写标出的字段，再签发一次。</translation>
    </message>
    <message>
        <source>A parameter cannot be read: for example letters where a number is needed, or too long.</source>
        <translation>某个参数无法解析：例如应为数字却是字母，或者过长。</translation>
    </message>
    <message>
        <source>Correct the marked field and issue again.</source>
        <translation>改正标出的字段，再签发一次。</translation>
    </message>
    <message>
        <source>The photo cannot be read: it is no picture, or the file is damaged.</source>
        <translation>照片无法解析：不是图像文件，或文件已损坏。</translation>
    </message>
    <message>
        <source>Open the photo in a picture viewer, save it as JPEG and choose it again.</source>
        <translation>用看图软件打开照片，另存为 JPEG 后重新选择。</translation>
    </message>
    <message>
        <source>No face was found in the photo.</source>
        <translation>照片中没有检测到人脸。</translation>
    </message>
    <message>
        <source>Choose a photo with a clear, upright, frontal face.</source>
        <translation>请选择人脸清晰、端正、正面的照片。</translation>
    </message>
    <message>
        <source>api_key and api_secret do not belong together.</source>
        <translation>api_key 与 api_secret 不匹配。</translation>
    </message>
    <message>
        <source>Enter the key and the secret of this profile again. Keys of the SDK and of the PC service are not interchangeable.</source>
        <translation>重新填写此配置的 api_key 和 api_secret。SDK 与 PC 两种服务的密钥不能互换。</translation>
    </message>
    <message>
        <source>The key may not do this: it is disabled, over its limit, or has no permission for this API or this way of calling it.</source>
        <translation>此密钥无权这样做：已被停用、调用次数超限，或没有调用此 API（或以这种方式调用）的权限。</translation>
    </message>
    <message>
        <source>Ask the owner of the FaceID account, and name the reason given.</source>
        <translation>联系 FaceID 账号的负责人，并告知返回的原因。</translation>
    </message>
    <message>
        <source>The service has no API at this address.</source>
        <translation>此地址上没有这个 API。</translation>
    </message>
    <message>
        <source>Check the base address in the profile.</source>
        <translation>检查配置中的服务地址。</translation>
    </message>
    <message>
        <source>The service had an error of its own.</source>
        <translation>服务器内部错误。</translation>
    </message>
    <message>
        <source>Issue again with the same serial number. When it keeps happening, give the request_id to FaceID support.</source>
        <translation>用同一业务流水号再签发一次；如果持续出现，请把 request_id 提供给 FaceID 客服。</translation>
    </message>
    <message>
        <source>The photo is too large: a side is over 4096 pixels.</source>
        <translation>照片太大：有一边超过 4096 像素。</translation>
    </message>
    <message>
        <source>Shrink the photo and choose it again.</source>
        <translation>缩小照片后重新选择。</translation>
    </message>
    <message>
        <source>The signature is not valid.</source>
        <translation>签名无效。</translation>
    </message>
    <message>
        <source>Enter the api_key and the secret of this profile again.</source>
        <translation>重新填写此配置的 api_key 和 api_secret。</translation>
    </message>
    <message>
        <source>The api_key is disabled.</source>
        <translation>api_key 已被停用。</translation>
    </message>
    <message>
        <source>Have the key enabled in the FaceID account, or use another one.</source>
        <translation>在 FaceID 账号中启用此密钥，或换用另一个。</translation>
    </message>
    <message>
        <source>The service does not accept requests from this network address.</source>
        <translation>服务不接受来自此网络地址的请求。</translation>
    </message>
    <message>
        <source>Have the address of this network added to the account&apos;s list.</source>
        <translation>请把本网络的地址加入账号的允许列表。</translation>
    </message>
    <message>
        <source>The limit of comparison attempts is reached.</source>
        <translation>比对重试次数已达上限。</translation>
    </message>
    <message>
        <source>Wait, or ask the owner of the FaceID account for a higher limit.</source>
        <translation>稍后再试，或请 FaceID 账号负责人提高上限。</translation>
    </message>
    <message>
        <source>The signature has expired.</source>
        <translation>签名已过期。</translation>
    </message>
    <message>
        <source>Set the clock of this computer right; then issue again.</source>
        <translation>校准本机时钟后再签发。</translation>
    </message>
    <message>
        <source>A signature for single use was used a second time.</source>
        <translation>一次性签名被使用了第二次。</translation>
    </message>
    <message>
        <source>Issue again: every request is signed anew.</source>
        <translation>再签发一次即可：每次请求都会重新签名。</translation>
    </message>
    <message>
        <source>The balance of the account is used up.</source>
        <translation>账号余额已用完。</translation>
    </message>
    <message>
        <source>Ask the owner of the FaceID account to top it up.</source>
        <translation>请 FaceID 账号负责人充值。</translation>
    </message>
    <message>
        <source>Too many requests at the same time.</source>
        <translation>并发请求数超过限制。</translation>
    </message>
    <message>
        <source>Wait a little and issue again.</source>
        <translation>稍等片刻再签发。</translation>
    </message>
    <message>
        <source>The request is over 20 MB.</source>
        <translation>请求超过 20 MB。</translation>
    </message>
    <message>
        <source>Choose smaller photos.</source>
        <translation>请选择更小的照片。</translation>
    </message>
    <message>
        <source>The name has more than 32 characters or is not in UTF-8.</source>
        <translation>姓名多于 32 个字符，或不是 UTF-8 编码。</translation>
    </message>
    <message>
        <source>Correct the name and issue again.</source>
        <translation>改正姓名后再签发。</translation>
    </message>
    <message>
        <source>The ID number does not have 18 digits (the last may be an X).</source>
        <translation>身份证号不是 18 位数字（最后一位可以是 X）。</translation>
    </message>
    <message>
        <source>Correct the ID number and issue again.</source>
        <translation>改正身份证号后再签发。</translation>
    </message>
    <message>
        <source>The photo shows more than one face.</source>
        <translation>照片中有多张人脸。</translation>
    </message>
    <message>
        <source>Choose a photo of this person alone, or cut the others off.</source>
        <translation>请选择只有本人的照片，或裁掉其他人。</translation>
    </message>
    <message>
        <source>The key has no permission for this API.</source>
        <translation>此密钥没有调用当前 API 的权限。</translation>
    </message>
    <message>
        <source>Have this API added to the key in the FaceID account.</source>
        <translation>请在 FaceID 账号中为此密钥开通该 API。</translation>
    </message>
    <message>
        <source>The key may not compare with the identity data source (comparison_type 1).</source>
        <translation>此密钥没有有源比对（comparison_type 1）的权限。</translation>
    </message>
    <message>
        <source>Compare with an uploaded photo, or have the permission added to the key.</source>
        <translation>改用上传照片比对，或为此密钥开通权限。</translation>
    </message>
    <message>
        <source>A parameter is not valid.</source>
        <translation>某个参数无效。</translation>
    </message>
    <message>
        <source>meglive: liveness by actions</source>
        <translation>meglive：动作活体</translation>
    </message>
    <message>
        <source>Liveness type</source>
        <translation>活体类型</translation>
    </message>
    <message>
        <source>Kind of liveness check. Only meglive, liveness by actions, exists.</source>
        <translation>活体检测的类型，目前只有 meglive（动作活体）。</translation>
    </message>
    <message>
        <source>Uploaded photo</source>
        <translation>上传照片</translation>
    </message>
    <message>
        <source>Identity source</source>
        <translation>身份数据源</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>比对方式</translation>
    </message>
    <message>
        <source>What the live face is compared with. 0: the photos uploaded here. 1: the reference photo that the identity data source has for the name and ID number (KYC).</source>
        <translation>活体照片和什么比对。0：此处上传的照片；1：身份数据源中该姓名和身份证号对应的照片（KYC 验证）。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Name of the person as on the ID card.</source>
        <translation>身份证上的姓名。</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>身份证号</translation>
    </message>
    <message>
        <source>ID card number of the person: 18 characters, digits but for a last X.</source>
        <translation>身份证号码：18 位，除最后一位可为 X 外都是数字。</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>参考照片</translation>
    </message>
    <message>
        <source>One or two photos to compare with. Each must show a face; of several faces in one photo the largest is taken. No side over 4096 pixels, the whole request at most 20 MB.</source>
        <translation>一到两张用于比对的照片。每张都必须有人脸，有多张脸时取最大的；边长不超过 4096 像素，整个请求不超过 20 MB。</translation>
    </message>
    <message>
        <source>User ID</source>
        <translation>用户标识</translation>
    </message>
    <message>
        <source>Your unique ID of the user, at most 128 bytes. Use the same one for every request about the same user: it makes results traceable and the reports better.</source>
        <translation>您系统中该用户的唯一 ID，不超过 128 字节。同一用户请始终使用同一个 ID，便于反查结果，报表也更准确。</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>业务流水号</translation>
    </message>
    <message>
        <source>Serial number of this request in your own business, at most 128 bytes. Should be unique.</source>
        <translation>您业务中这次请求的流水号，不超过 128 字节，建议唯一。</translation>
    </message>
    <message>
        <source>Liveness time limit (s)</source>
        <translation>活体超时（秒）</translation>
    </message>
    <message>
        <source>Seconds the person has for the actions, 5 to 60. The check fails when they are not done in time.</source>
        <translation>完成动作的时限，5 到 60 秒；未按时完成则活体失败。</translation>
    </message>
    <message>
        <source>Number of actions</source>
        <translation>动作个数</translation>
    </message>
    <message>
        <source>How many random actions the person is asked for: 1, 2 or 3.</source>
        <translation>要求完成几个随机动作：1、2 或 3。</translation>
    </message>
    <message>
        <source>1: loose, 1 false match in 1,000</source>
        <translation>1：宽松，误识率千分之一</translation>
    </message>
    <message>
        <source>2: standard, 1 false match in 10,000</source>
        <translation>2：标准，误识率万分之一</translation>
    </message>
    <message>
        <source>3: strict, 1 false match in 100,000</source>
        <translation>3：严格，误识率十万分之一</translation>
    </message>
    <message>
        <source>4: very strict, 1 false match in 1,000,000</source>
        <translation>4：非常严格，误识率百万分之一</translation>
    </message>
    <message>
        <source>Security level</source>
        <translation>安全级别</translation>
    </message>
    <message>
        <source>How strictly the comparison is judged. The stricter, the fewer wrong people and the fewer right people pass.</source>
        <translation>比对结果的严格程度。越严格，冒用者越难通过，本人的通过率也会下降。</translation>
    </message>
    <message>
        <source>0: stop at a fake face</source>
        <translation>0：判为假脸即停止</translation>
    </message>
    <message>
        <source>1: compare a fake face too</source>
        <translation>1：假脸也继续比对</translation>
    </message>
    <message>
        <source>Compare fake faces</source>
        <translation>假脸比对</translation>
    </message>
    <message>
        <source>Whether a face that the cloud judged to be fake is compared all the same. Stopping saves cost.</source>
        <translation>云端判断为假脸后是否仍然比对。不比对可以节省成本。</translation>
    </message>
    <message>
        <source>1: try turned photos too</source>
        <translation>1：旋转后再检测</translation>
    </message>
    <message>
        <source>0: upright photos only</source>
        <translation>0：不旋转</translation>
    </message>
    <message>
        <source>Turned photos</source>
        <translation>旋转检测</translation>
    </message>
    <message>
        <source>Whether a photo without a face is turned by 90, 180 and 270 degrees and looked at again. Turning slightly raises the chance of a false hit: leave it off where every photo is upright.</source>
        <translation>检测不出人脸时，是否旋转 90、180、270 度后再检测。旋转会略微增加误检概率；照片都是正向时建议不开启。</translation>
    </message>
    <message>
        <source>SDK</source>
        <translation>SDK</translation>
    </message>
    <message>
        <source>Liveness only</source>
        <translation>仅活体</translation>
    </message>
    <message>
        <source>What the live face is compared with. 1: the photo that the identity data source has for the name and ID number; your key needs the permission. 0: the photos uploaded here. -1: nothing, only liveness is checked.</source>
        <translation>活体人脸和什么比对。1：身份数据源中该姓名和身份证号的照片（密钥需有权限）；0：此处上传的照片；-1：不比对，只做活体。</translation>
    </message>
    <message>
        <source>Name of the person whose identity is verified, in UTF-8, at most 32 characters. Used together with the ID number to fetch the face from the data source.</source>
        <translation>被核实者的姓名，UTF-8 编码，最多 32 个字符；与身份证号一起用于从数据源取得人脸。</translation>
    </message>
    <message>
        <source>ID card number of the person: 18 digits, the last may be an X of either case. Used together with the name to fetch the face from the data source.</source>
        <translation>身份证号码：18 位数字，最后一位可为 X（大小写均可）；与姓名一起用于从数据源取得人脸。</translation>
    </message>
    <message>
        <source>Your unique ID of the user, at most 512 bytes. Use the same one for every request about the same user: it makes results traceable and the reports better.</source>
        <translation>您系统中该用户的唯一 ID，不超过 512 字节。同一用户请始终使用同一个 ID，便于反查结果，报表也更准确。</translation>
    </message>
    <message>
        <source>One to three photos to compare with, such as a picture of the ID card. Each must show exactly one face.</source>
        <translation>一到三张用于比对的照片，例如身份证照片。每张必须恰好有一张人脸。</translation>
    </message>
    <message>
        <source>Return address</source>
        <translation>返回地址</translation>
    </message>
    <message>
        <source>Page that the end user&apos;s browser goes to, by POST, when the liveness check is done.</source>
        <translation>活体完成后用户浏览器跳转到的网址（POST）。</translation>
    </message>
    <message>
        <source>Notify address</source>
        <translation>通知地址</translation>
    </message>
    <message>
        <source>Address on your server that the service calls, by POST, when the liveness check is done. HTTPS is recommended; with HTTP check the signature of what arrives.</source>
        <translation>活体完成后服务端回调您服务器的网址（POST）。推荐 HTTPS；使用 HTTP 时请校验回调的签名。</translation>
    </message>
    <message>
        <source>Serial number of this request in your own business: unique, at most 128 bytes. It comes back unchanged in both callbacks and tells your server which request they belong to.</source>
        <translation>您业务中这次请求的流水号：必须唯一，不超过 128 字节；会在两个回调中原样返回，用于确认归属。</translation>
    </message>
    <message>
        <source>Extra data</source>
        <translation>附加数据</translation>
    </message>
    <message>
        <source>Anything you want back in both callbacks, for debugging or hand-over; at most 4096 bytes.</source>
        <translation>希望在两个回调中返回的任意数据，用于调试或传递信息，不超过 4096 字节。</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>scene_id of a scene set up in the service&apos;s console; left out, the default scene is used.</source>
        <translation>在服务控制台中配置的场景的 scene_id；不填则使用默认场景。</translation>
    </message>
    <message>
        <source>0: off</source>
        <translation>0：不开启</translation>
    </message>
    <message>
        <source>1: detect a filmed screen</source>
        <translation>1：检测屏幕翻拍</translation>
    </message>
    <message>
        <source>Screen replay</source>
        <translation>屏幕翻拍检测</translation>
    </message>
    <message>
        <source>Whether a face filmed from a screen is detected. Camera drivers that add effects of their own can cause false alarms.</source>
        <translation>是否检测屏幕翻拍。自带视频特效的摄像头驱动可能导致误检。</translation>
    </message>
    <message>
        <source>Whether a photo without a face is turned by 90, 180 and 270 degrees and looked at again. Turning takes time and slightly raises the chance of a false hit: leave it off where every photo is upright.</source>
        <translation>检测不出人脸时，是否旋转 90、180、270 度后再检测。旋转会增加耗时并略微增加误检概率；照片都是正向时建议不开启。</translation>
    </message>
    <message>
        <source>PC</source>
        <translation>PC</translation>
    </message>
    <message>
        <source>The service refused with a code that no document explains.</source>
        <translation>服务拒绝了请求，返回的错误码在文档中没有说明。</translation>
    </message>
    <message>
        <source>Give the request_id and the code to FaceID support.</source>
        <translation>请把 request_id 和错误码提供给 FaceID 客服。</translation>
    </message>
    <message>
        <source>FaceID support</source>
        <translation>FaceID 客服</translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>Whoever set up this profile</source>
        <translation>设置此配置的人</translation>
    </message>
    <message>
        <source>The owner of the FaceID account</source>
        <translation>FaceID 账号负责人</translation>
    </message>
    <message>
        <source>It has line breaks or blanks; a strict server refuses it.</source>
        <translation>含有换行或空白，严格的服务器会拒绝。</translation>
    </message>
    <message>
        <source>It is url-encoded; decode it before it goes into a multipart form.</source>
        <translation>仍是 URL 编码，放进 multipart 表单前要先解码。</translation>
    </message>
    <message>
        <source>It has blanks where + belongs: + was not written as %2B in a url-encoded form.</source>
        <translation>应为 + 的地方是空格：在 URL 编码表单中 + 没有写成 %2B。</translation>
    </message>
    <message>
        <source>It uses the URL-safe Base64 alphabet; the service expects + and /.</source>
        <translation>使用了 URL 安全的 Base64 字母表，服务要求 + 和 /。</translation>
    </message>
    <message>
        <source>It is not Base64.</source>
        <translation>不是 Base64。</translation>
    </message>
    <message>
        <source>It is too short to hold a digest and the signed text.</source>
        <translation>太短，容不下摘要和被签名的文本。</translation>
    </message>
    <message>
        <source>The digest stands there as hex digits; its 20 bytes belong there.</source>
        <translation>摘要写成了十六进制文本，应为 20 个字节。</translation>
    </message>
    <message>
        <source>The signed text is not a=..&amp;b=..&amp;c=..&amp;d=.. in that order.</source>
        <translation>被签名的文本不是按顺序的 a=..&amp;b=..&amp;c=..&amp;d=..。</translation>
    </message>
    <message>
        <source>The signed text ends in a line break; it must end with the digits of d.</source>
        <translation>被签名的文本以换行结尾，应以 d 的数字结尾。</translation>
    </message>
    <message>
        <source>Its times count milliseconds; seconds are expected.</source>
        <translation>时间用了毫秒，应为秒。</translation>
    </message>
    <message>
        <source>It expires in the second it was made (b equals c).</source>
        <translation>生成的同一秒就过期（b 等于 c）。</translation>
    </message>
    <message>
        <source>It expires before it was made (b is less than c).</source>
        <translation>过期时间早于生成时间（b 小于 c）。</translation>
    </message>
    <message>
        <source>required</source>
        <translation>必选</translation>
    </message>
    <message>
        <source>required because %1</source>
        <translation>%1 时必选</translation>
    </message>
    <message>
        <source>not valid UTF-8</source>
        <translation>不是有效的 UTF-8</translation>
    </message>
    <message>
        <source>%1 of at most %2 bytes</source>
        <translation>%1 字节，最多 %2 字节</translation>
    </message>
    <message>
        <source>%1 of at most %2 characters</source>
        <translation>%1 个字符，最多 %2 个</translation>
    </message>
    <message>
        <source>not a whole number</source>
        <translation>不是整数</translation>
    </message>
    <message>
        <source>must be from %1 to %2</source>
        <translation>必须在 %1 到 %2 之间</translation>
    </message>
    <message>
        <source>must be one of: %1</source>
        <translation>只能是：%1</translation>
    </message>
    <message>
        <source>not an http or https address</source>
        <translation>不是 http 或 https 地址</translation>
    </message>
    <message>
        <source>must be 18 digits, the last may be X; this has %1 characters</source>
        <translation>必须是 18 位数字，最后一位可为 X；现有 %1 个字符</translation>
    </message>
    <message>
        <source>the last character does not fit the others: is there a typing error?</source>
        <translation>最后一位与前面各位不符：是否有输入错误？</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>文件是空的</translation>
    </message>
    <message>
        <source>not a picture in JPEG, PNG, BMP or WebP</source>
        <translation>不是 JPEG、PNG、BMP 或 WebP 图片</translation>
    </message>
    <message>
        <source>a %1 file; the service reads JPEG, PNG, BMP and WebP</source>
        <translation>这是 %1 文件；服务只读 JPEG、PNG、BMP 和 WebP</translation>
    </message>
    <message>
        <source>the picture is damaged or cut off</source>
        <translation>图片已损坏或不完整</translation>
    </message>
    <message>
        <source>a side of %1 pixels, at most %2 allowed</source>
        <translation>有一边为 %1 像素，最多 %2</translation>
    </message>
    <message>
        <source>the whole request has %1 bytes, at most %2 allowed: choose smaller photos</source>
        <translation>整个请求有 %1 字节，最多 %2：请选择更小的照片</translation>
    </message>
    <message>
        <source>the picture cannot be read; the service would answer %1</source>
        <translation>图片无法解析；服务会返回 %1</translation>
    </message>
    <message>
        <source>no face seen; the service would answer %1</source>
        <translation>未检测到人脸；服务会返回 %1</translation>
    </message>
    <message>
        <source>the face is not upright; without turning the service would answer %1</source>
        <translation>人脸方向不正；不开启旋转检测时，服务会返回 %1</translation>
    </message>
    <message>
        <source>%1 faces seen; the service would answer %2</source>
        <translation>检测到 %1 张人脸；服务会返回 %2</translation>
    </message>
    <message>
        <source>The end user</source>
        <translation>最终用户</translation>
    </message>
    <message>
        <source>Issue a new token and let the end user try again.</source>
        <translation>重新签发一个 token，请最终用户再试一次。</translation>
    </message>
    <message>
        <source>Check name and ID number with the end user, then issue a new token.</source>
        <translation>与最终用户核对姓名和身份证号，再签发新的 token。</translation>
    </message>
    <message>
        <source>Do not accept this check. Look at the pictures; if it was an honest try, issue a new token.</source>
        <translation>本次核验不可采信。请查看图片；若确系本人正常操作，再签发新的 token。</translation>
    </message>
    <message>
        <source>Let the end user take another phone.</source>
        <translation>请最终用户换一部手机。</translation>
    </message>
    <message>
        <source>Make a new sign and issue a new token.</source>
        <translation>重新生成 sign 并签发新的 token。</translation>
    </message>
    <message>
        <source>Compare with an uploaded photo instead, or try again later.</source>
        <translation>改用上传照片比对，或稍后再试。</translation>
    </message>
    <message>
        <source>The identity data source does not know this ID number.</source>
        <translation>身份数据源中没有这个身份证号。</translation>
    </message>
    <message>
        <source>Name and ID number do not belong together.</source>
        <translation>姓名与身份证号不匹配。</translation>
    </message>
    <message>
        <source>The data source&apos;s photo shows no face.</source>
        <translation>数据源照片中没有人脸。</translation>
    </message>
    <message>
        <source>The data source has no photo of this person.</source>
        <translation>数据源中没有此人的照片。</translation>
    </message>
    <message>
        <source>The data source&apos;s photo cannot be read.</source>
        <translation>数据源照片无法读取。</translation>
    </message>
    <message>
        <source>The identity data source failed.</source>
        <translation>身份数据源出错。</translation>
    </message>
    <message>
        <source>An attack: a photo, a film or a mask instead of a live face.</source>
        <translation>攻击：用照片、视频或面具代替活体人脸。</translation>
    </message>
    <message>
        <source>An attack: the face changed during the check.</source>
        <translation>攻击：检测过程中换了人脸。</translation>
    </message>
    <message>
        <source>Too few frames came for a judgement, so it counts as failed.</source>
        <translation>视频帧数过少，无法判断，按未通过处理。</translation>
    </message>
    <message>
        <source>The eyes were closed.</source>
        <translation>检测到闭眼。</translation>
    </message>
    <message>
        <source>The SDK did not take the token: it is used, too old or not its own.</source>
        <translation>SDK 不接受该 token：已使用、已过期或不属于它。</translation>
    </message>
    <message>
        <source>The SDK could not prove who it is.</source>
        <translation>SDK 授权失败。</translation>
    </message>
    <message>
        <source>Check the app&apos;s FaceID licence and bundle name.</source>
        <translation>检查应用的 FaceID 授权和包名。</translation>
    </message>
    <message>
        <source>The phone cannot do this check.</source>
        <translation>这部手机不支持此项检测。</translation>
    </message>
    <message>
        <source>The app&apos;s FaceID SDK is too old.</source>
        <translation>应用中的 FaceID SDK 版本过低。</translation>
    </message>
    <message>
        <source>Update the SDK in the app; until then the end user cannot pass.</source>
        <translation>升级应用中的 SDK；升级之前最终用户无法通过。</translation>
    </message>
    <message>
        <source>The app may not use the camera.</source>
        <translation>应用没有相机权限。</translation>
    </message>
    <message>
        <source>Let the end user allow the camera, then issue a new token.</source>
        <translation>请最终用户允许使用摄像头，再签发新的 token。</translation>
    </message>
    <message>
        <source>The end user cancelled.</source>
        <translation>最终用户取消了操作。</translation>
    </message>
    <message>
        <source>The end user ran out of time.</source>
        <translation>最终用户操作超时。</translation>
    </message>
    <message>
        <source>The check on the phone failed.</source>
        <translation>手机端检测未通过。</translation>
    </message>
    <message>
        <source>The camera saw no face.</source>
        <translation>摄像头未检测到人脸。</translation>
    </message>
    <message>
        <source>The end user did not do what was asked for.</source>
        <translation>最终用户没有按提示做动作。</translation>
    </message>
    <message>
        <source>The api_key is switched off.</source>
        <translation>api_key 已停用。</translation>
    </message>
    <message>
        <source>The key may not be used from this network.</source>
        <translation>不允许从当前网络使用该 key。</translation>
    </message>
    <message>
        <source>The account has no balance left.</source>
        <translation>账户余额不足。</translation>
    </message>
    <message>
        <source>This person was checked too often.</source>
        <translation>此人核验次数过多。</translation>
    </message>
    <message>
        <source>The sign was expired.</source>
        <translation>sign 已过期。</translation>
    </message>
    <message>
        <source>The sign was not made with this key&apos;s secret.</source>
        <translation>sign 不是用这个 key 的 secret 生成的。</translation>
    </message>
    <message>
        <source>A sign for single use was used twice.</source>
        <translation>一次性 sign 被用了两次。</translation>
    </message>
    <message>
        <source>A live face, and the right one.</source>
        <translation>活体通过，且是本人。</translation>
    </message>
    <message>
        <source>Nothing is left to do.</source>
        <translation>无需再做什么。</translation>
    </message>
    <message>
        <source>A live face, but of another person.</source>
        <translation>活体通过，但不是本人。</translation>
    </message>
    <message>
        <source>Do not accept this check. Was the right photo or person given?</source>
        <translation>本次核验不可采信。请确认照片或人员信息是否给对。</translation>
    </message>
    <message>
        <source>The end user has not begun.</source>
        <translation>最终用户尚未开始。</translation>
    </message>
    <message>
        <source>Wait for the end user, and look it up again.</source>
        <translation>等最终用户完成后再查询。</translation>
    </message>
    <message>
        <source>The end user is in the middle of it.</source>
        <translation>最终用户正在检测中。</translation>
    </message>
    <message>
        <source>The token&apos;s time ran out before the check was over.</source>
        <translation>检测完成之前 token 已过期。</translation>
    </message>
    <message>
        <source>The movements were not those of one live face.</source>
        <translation>动作不是同一张活体人脸做出的。</translation>
    </message>
    <message>
        <source>What the camera sent was no live film.</source>
        <translation>摄像头传来的不是实时视频。</translation>
    </message>
    <message>
        <source>The picture was not good enough in the time allowed.</source>
        <translation>在规定时间内画面质量未达要求。</translation>
    </message>
    <message>
        <source>Let the end user look for light and a steady place, and try again.</source>
        <translation>请最终用户在光线充足、稳定的环境下再试。</translation>
    </message>
    <message>
        <source>No picture came from the camera.</source>
        <translation>摄像头没有传来画面。</translation>
    </message>
    <message>
        <source>The end user broke off before the actions began.</source>
        <translation>最终用户在动作开始前中断。</translation>
    </message>
    <message>
        <source>The end user broke off during the actions.</source>
        <translation>最终用户在做动作时中断。</translation>
    </message>
    <message>
        <source>The service has no result of that id: the check is not over, the id is older than results are kept, or it is another key&apos;s.</source>
        <translation>服务中没有该编号的结果：检测尚未结束、已超过结果保留时间，或属于另一个 key。</translation>
    </message>
    <message>
        <source>Compare the id and the profile; wait until the end user is done.</source>
        <translation>核对编号和配置；等最终用户完成后再查询。</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>not done</source>
        <translation>未进行</translation>
    </message>
    <message>
        <source>not clear</source>
        <translation>不明确</translation>
    </message>
    <message>
        <source>Flow %1, liveness %2, comparison %3</source>
        <translation>流程%1，活体%2，比对%3</translation>
    </message>
    <message>
        <source>The service calls the face live.</source>
        <translation>服务判定为活体。</translation>
    </message>
    <message>
        <source>The service names an end that no public page explains.</source>
        <translation>服务给出了公开文档中没有说明的结果。</translation>
    </message>
    <message>
        <source>Read all three verdicts: live is not yet the right person.</source>
        <translation>请同时看三项结论：活体不等于本人。</translation>
    </message>
    <message>
        <source>The sign is right but written in capitals.</source>
        <translation>sign 正确，但写成了大写。</translation>
    </message>
    <message>
        <source>The sign is right but has blanks or a line break around it.</source>
        <translation>sign 正确，但前后有空格或换行。</translation>
    </message>
    <message>
        <source>The sign is that of the data without the line break at its end: take the bytes as they came.</source>
        <translation>sign 对应去掉末尾换行的 data：请按收到的原始字节计算。</translation>
    </message>
    <message>
        <source>The sign is that of the data after url-decoding: decode the form first.</source>
        <translation>sign 对应 URL 解码之后的 data：请先解码表单。</translation>
    </message>
    <message>
        <source>The sign is that of the data with + for blanks: it was decoded twice.</source>
        <translation>sign 对应把空格还原为 + 的 data：data 被解码了两次。</translation>
    </message>
    <message>
        <source>The data looks as if its JSON was read and written anew. The sign holds for the bytes as they came.</source>
        <translation>data 像是被解析后重新序列化过。sign 只对收到的原始字节有效。</translation>
    </message>
    <message>
        <source>The sign is an HMAC. It should be the plain SHA-1 of secret and data behind each other.</source>
        <translation>该 sign 是 HMAC；应为 secret 与 data 直接拼接后的 SHA-1。</translation>
    </message>
    <message>
        <source>The secret was put behind the data; it belongs in front.</source>
        <translation>secret 被拼在 data 后面；应拼在前面。</translation>
    </message>
    <message>
        <source>The sign is not 40 hexadecimal digits, as a SHA-1 has.</source>
        <translation>sign 不是 SHA-1 应有的 40 位十六进制数。</translation>
    </message>
    <message>
        <source>always</source>
        <translation>始终</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 字节</translation>
    </message>
    <message>
        <source>%1 characters</source>
        <translation>共 %1 个字符</translation>
    </message>
    <message>
        <source>The service calls the face live, but its own scores speak of an attack.</source>
        <translation>服务称人脸为活体，但它自己的分数显示疑似攻击。</translation>
    </message>
</context>
<context>
    <name>CredentialStore</name>
    <message>
        <source>The secret is in the keychain of this computer.</source>
        <translation>密钥在本机的密钥环中。</translation>
    </message>
    <message>
        <source>The secret is in memory only and is forgotten when you quit.</source>
        <translation>密钥只在内存中，退出即忘。</translation>
    </message>
    <message>
        <source>The keychain has no secret for this profile. Type it into the profile.</source>
        <translation>密钥环中没有此配置的密钥，请在配置中输入。</translation>
    </message>
    <message>
        <source>This session has no keychain service. Start one (GNOME Keyring, KWallet), or keep the secret in memory until you quit.</source>
        <translation>当前会话没有密钥环服务。请启动一个（GNOME Keyring、KWallet），或把密钥保存在内存中直到退出。</translation>
    </message>
    <message>
        <source>The keychain is locked, so whether it holds the secret cannot be seen. Unlock it and try again, or keep the secret in memory until you quit.</source>
        <translation>密钥环已锁定，看不到其中是否有密钥。请解锁后重试，或把密钥保存在内存中直到退出。</translation>
    </message>
    <message>
        <source>The keychain refused. Allow FaceID Console to use it and try again, or keep the secret in memory until you quit.</source>
        <translation>密钥环拒绝了访问。请允许 FaceID Console 使用后重试，或把密钥保存在内存中直到退出。</translation>
    </message>
    <message>
        <source>The keychain did not answer in time; what was asked may still happen. See whether it waits for you with a window of its own, try again, or keep the secret in memory until you quit.</source>
        <translation>密钥环没有及时回应，所要求的操作仍可能发生。请看它是否弹出了窗口在等您，再试一次，或把密钥保存在内存中直到退出。</translation>
    </message>
    <message>
        <source>The keychain reported success, but holds something else. Look into it with the keychain&apos;s own program and try again.</source>
        <translation>密钥环报告成功，但内容不符。请用密钥环自己的程序查看后重试。</translation>
    </message>
    <message>
        <source>The keychain failed. Try again, or keep the secret in memory until you quit.</source>
        <translation>密钥环出错。请重试，或把密钥保存在内存中直到退出。</translation>
    </message>
    <message>
        <source>another keychain</source>
        <translation>另一个密钥环</translation>
    </message>
    <message>
        <source>%1, collection %2</source>
        <translation>%1 的“%2”集合</translation>
    </message>
    <message>
        <source>The secret was saved in another keychain than the one that answers now. Start that one, or type the secret again.</source>
        <translation>密钥当初存入的是另一个密钥环，不是现在应答的这个。请启动原来的密钥环，或重新输入密钥。</translation>
    </message>
    <message>
        <source>The secret is longer than a keychain entry may be (%1 bytes). Nothing was saved, and what was saved before is still there.</source>
        <translation>密钥超过了密钥环条目的上限（%1 字节）。没有保存任何内容，之前保存的仍在。</translation>
    </message>
    <message>
        <source>The secret is in %1.</source>
        <translation>密钥保存在 %1 中。</translation>
    </message>
    <message>
        <source>An older one may still be in %1.</source>
        <translation>%1 中可能还留有旧的密钥。</translation>
    </message>
    <message>
        <source>The secret was saved in %1, and %2 answers now. Start the one before, or type the secret again.</source>
        <translation>密钥当初存入 %1，而现在应答的是 %2。请启动原来的密钥环，或重新输入密钥。</translation>
    </message>
</context>
<context>
    <name>Curl</name>
    <message>
        <source>The command has no address, and its fields are those of no API.</source>
        <translation>命令中没有地址，其字段也不属于任何一个接口。</translation>
    </message>
    <message>
        <source>This is no token request: %1 is the address of neither API.</source>
        <translation>这不是签发请求：%1 不是任何一个接口的地址。</translation>
    </message>
    <message>
        <source>This is longer than any command.</source>
        <translation>这段文本比任何命令都长。</translation>
    </message>
    <message>
        <source>There is no curl command in this text.</source>
        <translation>这段文本中没有 curl 命令。</translation>
    </message>
</context>
<context>
    <name>Diagnosis</name>
    <message>
        <source>good</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>BAD</source>
        <translation>异常</translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>none yet; it will be %1</source>
        <translation>尚无；将位于 %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Nothing is issued without a history. Copy the file away, then bring it back from a backup or move it aside.</source>
        <translation>没有历史就不会签发。请先另存此文件，再从备份恢复，或把它移开。</translation>
    </message>
    <message>
        <source>The disk has %1 left.</source>
        <translation>磁盘剩余 %1。</translation>
    </message>
    <message>
        <source>Make room: without it nothing can be issued.</source>
        <translation>请腾出空间：否则无法签发。</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>Put the file right: every key and value must be one that the user guide names.</source>
        <translation>请改正此文件：每个键和值都必须是使用指南中列出的。</translation>
    </message>
    <message>
        <source>none: nothing is set by an administrator</source>
        <translation>无：管理员没有设定任何内容</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>密钥环</translation>
    </message>
    <message>
        <source>open</source>
        <translation>已打开</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>无法使用</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>there is no TLS library</source>
        <translation>没有 TLS 库</translation>
    </message>
    <message>
        <source>Install the TLS plugin of Qt and OpenSSL; without them no service can be reached.</source>
        <translation>请安装 Qt 的 TLS 插件和 OpenSSL；没有它们就无法连接任何服务。</translation>
    </message>
    <message>
        <source>%1, %2; the system trusts %3 authorities</source>
        <translation>%1，%2；系统信任 %3 个证书颁发机构</translation>
    </message>
    <message>
        <source>Install the system&apos;s certificate authorities (ca-certificates).</source>
        <translation>请安装系统的证书颁发机构（ca-certificates）。</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Open the profile&apos;s page Network and choose the file of certificates again.</source>
        <translation>请打开配置的“网络”页，重新选择证书文件。</translation>
    </message>
    <message>
        <source>no profile leads through one</source>
        <translation>没有配置使用代理</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>Set it, or signs will be refused.</source>
        <translation>请校准，否则签名会被拒绝。</translation>
    </message>
    <message>
        <source>(a service&apos;s clock is compared when a profile is named)</source>
        <translation>（指明配置时会与服务的时钟比较）</translation>
    </message>
    <message>
        <source>Fonts</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>%1 families, %2 with Chinese</source>
        <translation>%1 种字体，其中 %2 种含中文</translation>
    </message>
    <message>
        <source>Install a Chinese font, such as fonts-noto-cjk: names would be shown as boxes.</source>
        <translation>请安装中文字体，例如 fonts-noto-cjk：否则姓名会显示为方框。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>%1; saved profiles: %2</source>
        <translation>%1；已保存的配置：%2</translation>
    </message>
    <message>
        <source>Nobody can write the file: give it back to its owner.</source>
        <translation>此文件无法写入：请把它还给其所有者。</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>沙盒</translation>
    </message>
    <message>
        <source>issued a made-up token in %1 ms</source>
        <translation>用 %1 ms 签发了一个虚构的 token</translation>
    </message>
    <message>
        <source>See whether something on this computer keeps programs from talking to 127.0.0.1.</source>
        <translation>请查看本机是否有东西阻止程序访问 127.0.0.1。</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>(clocks differ by %1 s)</source>
        <translation>（时钟相差 %1 秒）</translation>
    </message>
    <message>
        <source>no certificate in %1</source>
        <translation>%1 中没有证书</translation>
    </message>
    <message>
        <source>not tried, as the policy file cannot be used</source>
        <translation>未尝试，因为策略文件无法使用</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>The request was refused here.</source>
        <translation>请求在本机被拒绝。</translation>
    </message>
    <message>
        <source>Refused here, as the service would: %1 (%2). Correct it first.</source>
        <translation>已在本机拒绝，服务也会拒绝：%1（%2）。请先改正。</translation>
    </message>
    <message>
        <source>%1 (technically: %2)</source>
        <translation>%1（技术信息：%2）</translation>
    </message>
    <message>
        <source>%1 answered, but gave no valid final answer.</source>
        <translation>%1 有应答，但不是有效的最终结果。</translation>
    </message>
    <message>
        <source>No connection to %1. Check the network, the proxy and the address in the profile; sending again is safe.</source>
        <translation>无法连接 %1。请检查网络、代理和配置中的地址；可以放心再发。</translation>
    </message>
    <message>
        <source>The connection to %1 broke.</source>
        <translation>与 %1 的连接中断。</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>发送中</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未发出</translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation>上传中断</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>结果未知</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>已签发</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Server error</source>
        <translation>服务器出错</translation>
    </message>
    <message>
        <source>The request is on its way.</source>
        <translation>请求正在发送。</translation>
    </message>
    <message>
        <source>Not sent: the service received nothing.</source>
        <translation>未发出，对方什么也没收到。</translation>
    </message>
    <message>
        <source>The upload was cut off: the service did not get the whole request and cannot have issued a token.</source>
        <translation>上传中断，服务器没有收到完整请求，不会签发。</translation>
    </message>
    <message>
        <source>Result unknown: a token may have been issued.</source>
        <translation>结果未知：可能已签发一个 token。</translation>
    </message>
    <message>
        <source>A token was issued.</source>
        <translation>已签发 token。</translation>
    </message>
    <message>
        <source>The service refused the request.</source>
        <translation>服务拒绝了请求。</translation>
    </message>
    <message>
        <source>The service had an error. You may try again by hand; that a token was issued cannot be ruled out.</source>
        <translation>服务器出错，可再试；不能排除已签发。</translation>
    </message>
    <message>
        <source>The serial number %1 was used before, by a request that may have issued a token. Take a new one, or repeat that request.</source>
        <translation>业务流水号 %1 已被一次可能签发了 token 的请求用过。请换一个新的，或重试那次请求。</translation>
    </message>
    <message>
        <source>The history cannot be written, so nothing is sent: a token could be lost. Check the disk.</source>
        <translation>历史无法写入，因此没有发送：否则可能丢失 token。请检查磁盘。</translation>
    </message>
    <message>
        <source>The secret of profile %1 cannot be had: %2</source>
        <translation>无法取得配置 %1 的密钥：%2</translation>
    </message>
    <message>
        <source>You cancelled it.</source>
        <translation>已被您取消。</translation>
    </message>
    <message>
        <source>%1 cannot be reached: no connection in the time allowed. Check the network, the proxy and the address in the profile.</source>
        <translation>无法连到 %1：在限定时间内没有建立连接。请检查网络、代理和配置中的地址。</translation>
    </message>
    <message>
        <source>%1 fell silent: not a byte moved for too long.</source>
        <translation>%1 没有动静：太久没有任何数据。</translation>
    </message>
    <message>
        <source>%1 did not finish its answer in the time allowed.</source>
        <translation>%1 没有在限定时间内答完。</translation>
    </message>
    <message>
        <source>%1 points to another address, which is never followed: %2. Correct the address in the profile.</source>
        <translation>%1 指向另一个地址（从不跟随）：%2。请改正配置中的地址。</translation>
    </message>
    <message>
        <source>The certificate of %1 was not accepted. If it is yours, name its authority in the profile.</source>
        <translation>%1 的证书未被接受。如果是您自己的证书，请在配置中指定它的颁发机构。</translation>
    </message>
    <message>
        <source>The serial number %1 was used before, by a request whose row was deleted from the history and that may have issued a token. Take a new one.</source>
        <translation>流水号 %1 已用过：那次请求的记录已从历史中删除，但可能已签发 token。请换一个新的流水号。</translation>
    </message>
    <message>
        <source>The answer of %1 is too large for a token: over %2. Is the address right?</source>
        <translation>%1 的应答太大（超过 %2），不可能是 token。地址对吗？</translation>
    </message>
</context>
<context>
    <name>ExchangeDiff</name>
    <message>
        <source>Row</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Started (UTC)</source>
        <translation>开始（UTC）</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Fingerprint of the key</source>
        <translation>密钥指纹</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation>HTTP 状态</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>In all, ms</source>
        <translation>合计，毫秒</translation>
    </message>
    <message>
        <source>The service&apos;s own time (time_used), ms</source>
        <translation>服务自身用时（time_used），毫秒</translation>
    </message>
    <message>
        <source>This computer&apos;s clock, ms ahead</source>
        <translation>本机时钟快，毫秒</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>概况</translation>
    </message>
    <message>
        <source>Parts of the request</source>
        <translation>请求各部分</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>Headers of the answer</source>
        <translation>应答头</translation>
    </message>
    <message>
        <source>Result of the check</source>
        <translation>核身结果</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>%1, ms</source>
        <translation>%1，毫秒</translation>
    </message>
</context>
<context>
    <name>ExitStatus</name>
    <message>
        <source>a token was issued</source>
        <translation>已签发 token</translation>
    </message>
    <message>
        <source>the service refused</source>
        <translation>服务拒绝</translation>
    </message>
    <message>
        <source>refused here, or not connected: the service received nothing</source>
        <translation>在本机被拒绝或未能连接：服务什么也没收到</translation>
    </message>
    <message>
        <source>the service did not receive the whole request and cannot have issued</source>
        <translation>服务没有收到完整请求，不会签发</translation>
    </message>
    <message>
        <source>a token may have been issued</source>
        <translation>可能已签发 token</translation>
    </message>
    <message>
        <source>the service failed</source>
        <translation>服务器出错</translation>
    </message>
    <message>
        <source>the command line is wrong</source>
        <translation>命令行有误</translation>
    </message>
    <message>
        <source>the administrator of this computer does not allow it</source>
        <translation>本机管理员不允许</translation>
    </message>
    <message>
        <source>the result could not be written, to stdout or a file; it is in the history</source>
        <translation>结果无法写到标准输出或文件；它在历史中</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>No field of this API has that name; the service ignores it.</source>
        <translation>该接口没有这个名称的字段，服务会忽略它。</translation>
    </message>
    <message>
        <source>This comparison_type does not have it.</source>
        <translation>当前 comparison_type 没有这个字段。</translation>
    </message>
    <message>
        <source>A credential, left out on purpose. The profile has its own.</source>
        <translation>凭据，有意不带入。使用配置中自己的凭据。</translation>
    </message>
    <message>
        <source>Always the same here, never “%1”.</source>
        <translation>此处的值固定，不会是“%1”。</translation>
    </message>
    <message>
        <source>The API has no value “%1”.</source>
        <translation>该接口没有取值“%1”。</translation>
    </message>
    <message>
        <source>Given more than once; the first one counts.</source>
        <translation>给出了多次，以第一个为准。</translation>
    </message>
    <message>
        <source>Choose the photo again: %1</source>
        <translation>请重新选择照片：%1</translation>
    </message>
    <message>
        <source>curl would take the value from the file %1, which is not read here.</source>
        <translation>curl 会从文件 %1 取值，这里不读取该文件。</translation>
    </message>
    <message>
        <source>Text, where the service takes a file. Choose the photo.</source>
        <translation>这里是文本，而服务要求文件。请选择照片。</translation>
    </message>
    <message>
        <source>Only a shell knows %1. Fill it in by hand.</source>
        <translation>%1 只有命令行环境知道，请手工填写。</translation>
    </message>
    <message>
        <source>What stands behind the value is not sent: %1</source>
        <translation>值后面的内容不会发送：%1</translation>
    </message>
    <message>
        <source>The service does not read a body of type %1. Its values are taken all the same.</source>
        <translation>服务不读取类型为 %1 的请求体。其中的值仍会带入。</translation>
    </message>
    <message>
        <source>curl would send %1; the service takes POST.</source>
        <translation>curl 会发送 %1，而服务要求 POST。</translation>
    </message>
    <message>
        <source>%1 is the address of neither API. The fields told which one is meant.</source>
        <translation>%1 不是任何一个接口的地址，已根据字段判断是哪个接口。</translation>
    </message>
    <message>
        <source>The profile decides that.</source>
        <translation>由配置决定。</translation>
    </message>
    <message>
        <source>Means nothing for the form.</source>
        <translation>对表单没有意义。</translation>
    </message>
    <message>
        <source>Not known here.</source>
        <translation>这里不认识。</translation>
    </message>
    <message>
        <source>Another request follows. Only the first one was read.</source>
        <translation>后面还有其他请求，只读取了第一个。</translation>
    </message>
    <message>
        <source>Masked in the archive. Fill it in by hand.</source>
        <translation>归档中只有掩码，请手工填写。</translation>
    </message>
    <message>
        <source>A quote is not closed: part of the command may be missing.</source>
        <translation>有引号没有闭合，命令可能不完整。</translation>
    </message>
</context>
<context>
    <name>Har</name>
    <message>
        <source>This is no HTTP archive: it has no log with entries.</source>
        <translation>这不是 HTTP 归档：其中没有带条目的 log。</translation>
    </message>
    <message>
        <source>This is no HTTP archive: %1.</source>
        <translation>这不是 HTTP 归档：%1。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>it is larger than %1</source>
        <translation>它超过 %1</translation>
    </message>
</context>
<context>
    <name>HelpBook</name>
    <message>
        <source>help/en</source>
        <translation>help/zh_CN</translation>
    </message>
</context>
<context>
    <name>HelpTables</name>
    <message>
        <source>default %1</source>
        <translation>默认 %1</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Exit status</source>
        <translation>退出码</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>错误码</translation>
    </message>
    <message>
        <source>Who must act</source>
        <translation>由谁处理</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>怎么办</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Required at %1</source>
        <translation>必填于 %1</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>取值</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束方式</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>流程</translation>
    </message>
    <message>
        <source>Liveness</source>
        <translation>活体</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比对</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>What it means and what to do</source>
        <translation>含义与办法</translation>
    </message>
    <message>
        <source>This computer&apos;s clock and the service&apos;s differ. Set it, or signs will be refused.</source>
        <translation>本机时钟与服务的时钟不一致。请校准，否则签名会被拒绝。</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>In faceidctl</source>
        <translation>在 faceidctl 中</translation>
    </message>
    <message>
        <source>When it fails</source>
        <translation>失败时</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>会发生什么</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>在哪里</translation>
    </message>
    <message>
        <source>optional: %1</source>
        <translation>可选：%1</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Qt&apos;s driver for SQLite is not installed (on Debian the package libqt6sql6-sqlite).</source>
        <translation>没有安装 Qt 的 SQLite 驱动（Debian 上是 libqt6sql6-sqlite）。</translation>
    </message>
    <message>
        <source>Another program keeps the history file %1 to itself. Try again.</source>
        <translation>另一个程序独占了历史文件 %1，请重试。</translation>
    </message>
    <message>
        <source>The history file %1 is damaged (%2). Move it away: a new one is made, and nothing is deleted.</source>
        <translation>历史文件 %1 已损坏（%2）。请移走它：会建立新文件，不会删除任何东西。</translation>
    </message>
    <message>
        <source>The history file %1 cannot be written: %2. Check its rights and the disk.</source>
        <translation>历史文件 %1 无法写入：%2。请检查权限和磁盘。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made or written to. Check its rights and the disk.</source>
        <translation>文件夹 %1 无法建立或写入。请检查权限和磁盘。</translation>
    </message>
    <message>
        <source>No lock file can be made in %1. Check its rights and the disk.</source>
        <translation>无法在 %1 中建立锁文件。请检查权限和磁盘。</translation>
    </message>
    <message>
        <source>%1 is not a history file of this program. Move it away.</source>
        <translation>%1 不是本程序的历史文件，请移走它。</translation>
    </message>
    <message>
        <source>The history file %1 cannot be written safely here. Is it on a network drive?</source>
        <translation>历史文件 %1 在此处无法安全写入。它在网络驱动器上吗？</translation>
    </message>
    <message>
        <source>The rescue file %1 cannot be read.</source>
        <translation>救援文件 %1 无法读取。</translation>
    </message>
    <message>
        <source>The rescue file %1 cannot be moved.</source>
        <translation>救援文件 %1 无法移动。</translation>
    </message>
    <message>
        <source>The history file %1 was removed. Start the program again.</source>
        <translation>历史文件 %1 已被删除。请重新启动程序。</translation>
    </message>
    <message>
        <source>%1 The result is kept in %2 and is taken into the history later.</source>
        <translation>%1 结果已保存在 %2，之后会并入历史。</translation>
    </message>
    <message>
        <source>%1 The rescue file %2 cannot be written either: %3. Copy the token now, it is saved nowhere.</source>
        <translation>%1 救援文件 %2 也无法写入：%3。请立即复制 token，它没有保存在任何地方。</translation>
    </message>
    <message>
        <source>Nothing more can be written beside %1. Is the disk full?</source>
        <translation>%1 旁边无法再写入。磁盘满了吗？</translation>
    </message>
    <message>
        <source>The history file %1 is of an older version, and it is not changed without a backup, which cannot be written: %2. Check the rights and the space of the folder.</source>
        <translation>历史记录文件 %1 属于旧版本，没有备份就不会改动它，而备份无法写入：%2。请检查文件夹的权限和空间。</translation>
    </message>
    <message>
        <source>Marked: a token was issued</source>
        <translation>人工标记：已签发</translation>
    </message>
    <message>
        <source>Marked: nothing was issued</source>
        <translation>人工标记：未签发</translation>
    </message>
    <message>
        <source>Marked: cannot be found out</source>
        <translation>人工标记：无法查明</translation>
    </message>
    <message>
        <source>The history has no such row.</source>
        <translation>历史记录中没有这一行。</translation>
    </message>
    <message>
        <source>The outcome of this row is known: there is nothing to find out.</source>
        <translation>这一行的结果是确定的，无需标记。</translation>
    </message>
    <message>
        <source>The history file %1 was made by a newer version of this program (layout %2; this one knows %3). It can be read, but nothing can be issued. Use the newer version.</source>
        <translation>历史文件 %1 由更新版本的程序建立（结构 %2，本程序只认识 %3）。可以查看，但不能签发。请使用新版本。</translation>
    </message>
    <message>
        <source>This request is still under way.</source>
        <translation>该请求仍在进行中。</translation>
    </message>
</context>
<context>
    <name>ImageFile</name>
    <message>
        <source>The file is not there (any more).</source>
        <translation>文件不存在（或已被移走）。</translation>
    </message>
    <message>
        <source>This is a folder or a device, not a file.</source>
        <translation>这是文件夹或设备，不是文件。</translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>文件无法读取：%1</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件是空的。</translation>
    </message>
    <message>
        <source>The file is over %1: more than any service takes.</source>
        <translation>文件超过 %1，任何服务都不会接受。</translation>
    </message>
</context>
<context>
    <name>ImageRepair</name>
    <message>
        <source>turned upright</source>
        <translation>已摆正</translation>
    </message>
    <message>
        <source>shrunk</source>
        <translation>已缩小</translation>
    </message>
    <message>
        <source>compressed more</source>
        <translation>已进一步压缩</translation>
    </message>
    <message>
        <source>converted to JPEG</source>
        <translation>已转换为 JPEG</translation>
    </message>
    <message>
        <source>place and camera notes removed</source>
        <translation>已去除位置和相机信息</translation>
    </message>
</context>
<context>
    <name>LocalCertificate</name>
    <message>
        <source>No certificate can be made: %1</source>
        <translation>无法生成证书：%1</translation>
    </message>
</context>
<context>
    <name>Policy</name>
    <message>
        <source>The policy file of this computer cannot be used, so nothing is done here: %1 (%2). Ask your administrator.</source>
        <translation>本机的策略文件无法使用，因此不执行任何操作：%1（%2）。请联系管理员。</translation>
    </message>
    <message>
        <source>there is no &apos;%1&apos;</source>
        <translation>没有“%1”这一项</translation>
    </message>
    <message>
        <source>%1 takes %2</source>
        <translation>%1 的取值为 %2</translation>
    </message>
    <message>
        <source>false: no api_secret can be typed or brought by the environment; what the keychain has and ready signs still serve.</source>
        <translation>false：不能输入 api_secret，也不能由环境变量带入；密钥环中已有的和现成的签名仍可使用。</translation>
    </message>
    <message>
        <source>true: only SDK tokens are issued.</source>
        <translation>true：只签发 SDK token。</translation>
    </message>
    <message>
        <source>The address for SDK tokens, in every profile.</source>
        <translation>所有配置中 SDK token 的地址。</translation>
    </message>
    <message>
        <source>The address for PC tokens, in every profile.</source>
        <translation>所有配置中 PC token 的地址。</translation>
    </message>
    <message>
        <source>How many days personal data is kept.</source>
        <translation>个人信息保存多少天。</translation>
    </message>
    <message>
        <source>How many days whole rows are kept.</source>
        <translation>整行保存多少天。</translation>
    </message>
    <message>
        <source>false: no tokens for whole sheets.</source>
        <translation>false：不能按表格批量签发。</translation>
    </message>
    <message>
        <source>false: callbacks are neither received nor made.</source>
        <translation>false：不接收也不发送回调。</translation>
    </message>
    <message>
        <source>false: no row of the history leaves as a file: no export, HAR or report.</source>
        <translation>false：历史的任何一行都不以文件形式输出：没有导出、HAR 和报告。</translation>
    </message>
    <message>
        <source>false: the built-in sandbox is not started.</source>
        <translation>false：不启动内置沙盒。</translation>
    </message>
    <message>
        <source>it is no INI file</source>
        <translation>它不是 INI 文件</translation>
    </message>
    <message>
        <source>personal data would be kept longer than its row</source>
        <translation>个人信息会比所在的行保存得更久</translation>
    </message>
    <message>
        <source>Your administrator allows no other address than %1 here.</source>
        <translation>管理员只允许使用地址 %1。</translation>
    </message>
    <message>
        <source>Your administrator allows SDK tokens only.</source>
        <translation>管理员只允许签发 SDK token。</translation>
    </message>
    <message>
        <source>Set by your administrator</source>
        <translation>由管理员设定</translation>
    </message>
    <message>
        <source>Your administrator has switched batches off.</source>
        <translation>管理员已关闭批量功能。</translation>
    </message>
    <message>
        <source>Your administrator has switched callbacks off.</source>
        <translation>管理员已关闭回调功能。</translation>
    </message>
    <message>
        <source>Your administrator has switched exports off.</source>
        <translation>管理员已关闭导出功能。</translation>
    </message>
    <message>
        <source>Your administrator has switched the sandbox off.</source>
        <translation>管理员已关闭沙盒。</translation>
    </message>
    <message>
        <source>true: tokens and personal data stand as dots in the window at all times, and are never exported from the history in full. What is issued or copied is the real thing: a fresh token is handed over. Notes and tags are seen while they are edited.</source>
        <translation>true：窗口中的 token 和个人信息始终显示为圆点，也绝不会从历史记录中完整导出。刚签发或复制的是真实内容：新的 token 要交给客户。备注和标签在编辑时可见。</translation>
    </message>
    <message>
        <source>%1 is there twice</source>
        <translation>%1 出现了两次</translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message>
        <source>Sandbox</source>
        <translation>沙盒</translation>
    </message>
    <message>
        <source>This is no address of a service. It looks like https://api.example.com.</source>
        <translation>这不是服务地址。应类似 https://api.example.com。</translation>
    </message>
    <message>
        <source>Leave user name and password out of the address.</source>
        <translation>地址中不要写用户名和密码。</translation>
    </message>
    <message>
        <source>Leave ? and # and what follows out of the address.</source>
        <translation>地址中不要写 ? 和 # 及其后的内容。</translation>
    </message>
    <message>
        <source>Use https:// here: over http:// the secret and the photos could be read on the way. http:// is for this machine only (127.0.0.1, ::1, localhost).</source>
        <translation>这里请用 https://：用 http:// 时密钥和照片可能在途中被看到。http:// 只用于本机（127.0.0.1、::1、localhost）。</translation>
    </message>
    <message>
        <source>This is no page for a token. It looks like https://api.example.com/do?token={token}.</source>
        <translation>这不是 token 页面的地址，应形如 https://api.example.com/do?token={token}。</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>生产</translation>
    </message>
</context>
<context>
    <name>ProfileFile</name>
    <message>
        <source>This is no file of profiles.</source>
        <translation>这不是配置文件。</translation>
    </message>
    <message>
        <source>This file of profiles was written by a newer version of the program.</source>
        <translation>这个配置文件是由更新版本的程序写的。</translation>
    </message>
    <message>
        <source>There is no profile in this file.</source>
        <translation>文件中没有配置。</translation>
    </message>
</context>
<context>
    <name>ProfileQuestions</name>
    <message>
        <source>Profiles</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save the changes of profile “%1”?</source>
        <translation>保存对配置“%1”的修改吗？</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Remove profile “%1” and its secrets?</source>
        <translation>删除配置“%1”及其密钥吗？</translation>
    </message>
    <message>
        <source>The history stays. The secrets cannot be brought back.</source>
        <translation>历史记录会保留，密钥无法恢复。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>The secret of profile “%1” could not be removed.</source>
        <translation>配置“%1”的密钥无法删除。</translation>
    </message>
    <message>
        <source>Remove the profile alone, and leave the secret where it is?</source>
        <translation>只删除配置，把密钥留在原处吗？</translation>
    </message>
    <message>
        <source>Remove the profile alone</source>
        <translation>只删除配置</translation>
    </message>
</context>
<context>
    <name>ProfileStore</name>
    <message>
        <source>Address for %1: %2</source>
        <translation>%1 地址：%2</translation>
    </message>
    <message>
        <source>Give the proxy&apos;s host, such as proxy.example.com, and port.</source>
        <translation>请填写代理的主机（如 proxy.example.com）和端口。</translation>
    </message>
    <message>
        <source>Give the profile a name.</source>
        <translation>请给配置起个名称。</translation>
    </message>
    <message>
        <source>The sandbox is built in. Choose another name.</source>
        <translation>沙盒是内置的，请换个名称。</translation>
    </message>
    <message>
        <source>Another profile is called %1. Choose another name.</source>
        <translation>已有名为 %1 的配置，请换个名称。</translation>
    </message>
    <message>
        <source>The settings file %1 cannot be written, so the profile is lost when you quit. Check the disk and the rights of the file.</source>
        <translation>设置文件 %1 无法写入，退出后此配置会丢失。请检查磁盘和文件权限。</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>配置</translation>
    </message>
</context>
<context>
    <name>ProfileTransfer</name>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>The file is too large to be one of profiles.</source>
        <translation>文件太大，不会是配置文件。</translation>
    </message>
</context>
<context>
    <name>Proofs</name>
    <message>
        <source>This profile has a ready sign only, which serves SDK tokens. A PC token needs the key pair.</source>
        <translation>此配置只有现成的签名，只能签发 SDK 的 token。PC 的 token 需要密钥对。</translation>
    </message>
    <message>
        <source>The ready sign:</source>
        <translation>现成的签名：</translation>
    </message>
    <message>
        <source>The proxy&apos;s password:</source>
        <translation>代理的密码：</translation>
    </message>
    <message>
        <source>The keychain has no ready sign for this profile; one for a single use is forgotten once it was sent. Paste one into the profile.</source>
        <translation>密钥环里没有这个配置的现成 sign；一次性的 sign 发出后就会被忘记。请在配置里粘贴新的 sign。</translation>
    </message>
</context>
<context>
    <name>Pseudonyms</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>身份证号</translation>
    </message>
    <message>
        <source>User ID</source>
        <translation>用户标识</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>token</translation>
    </message>
    <message>
        <source>Text handed through</source>
        <translation>透传文本</translation>
    </message>
    <message>
        <source>Value in an address</source>
        <translation>地址中的参数值</translation>
    </message>
    <message>
        <source>Cookie</source>
        <translation>Cookie</translation>
    </message>
    <message>
        <source>Long content</source>
        <translation>长内容</translation>
    </message>
    <message>
        <source>Folder of the user</source>
        <translation>用户目录</translation>
    </message>
</context>
<context>
    <name>ResultJob</name>
    <message>
        <source>The answer is no result: %1.</source>
        <translation>应答不是有效的结果：%1。</translation>
    </message>
</context>
<context>
    <name>Sandbox</name>
    <message>
        <source>The token is an empty text.</source>
        <translation>token 是空文本。</translation>
    </message>
    <message>
        <source>The token is a number.</source>
        <translation>token 是数字。</translation>
    </message>
    <message>
        <source>The token is null.</source>
        <translation>token 是 null。</translation>
    </message>
    <message>
        <source>Two tokens that differ stand in the answer.</source>
        <translation>应答中有两个不同的 token。</translation>
    </message>
    <message>
        <source>The token has a NUL in it.</source>
        <translation>token 中含有 NUL。</translation>
    </message>
    <message>
        <source>The token has a line break in it.</source>
        <translation>token 中含有换行。</translation>
    </message>
    <message>
        <source>The token has a character in it that turns the writing direction.</source>
        <translation>token 中含有改变书写方向的字符。</translation>
    </message>
    <message>
        <source>The token is a piece of HTML.</source>
        <translation>token 是一段 HTML。</translation>
    </message>
    <message>
        <source>A token and an error stand in the answer.</source>
        <translation>应答中既有 token 又有错误。</translation>
    </message>
    <message>
        <source>An error with status 200.</source>
        <translation>状态 200，内容却是错误。</translation>
    </message>
    <message>
        <source>A token with status 400.</source>
        <translation>状态 400，内容却是 token。</translation>
    </message>
    <message>
        <source>An error code that no document names.</source>
        <translation>文档中没有的错误码。</translation>
    </message>
    <message>
        <source>Status 200 without a body.</source>
        <translation>状态 200，没有内容。</translation>
    </message>
    <message>
        <source>Status 204.</source>
        <translation>状态 204。</translation>
    </message>
    <message>
        <source>Bytes that are no UTF-8 in the answer.</source>
        <translation>应答中有不是 UTF-8 的字节。</translation>
    </message>
    <message>
        <source>Chinese in GBK in the answer.</source>
        <translation>应答中有 GBK 编码的中文。</translation>
    </message>
    <message>
        <source>The JSON object stands there twice.</source>
        <translation>JSON 对象出现两遍。</translation>
    </message>
    <message>
        <source>A value 2,000 lists deep stands in the answer.</source>
        <translation>应答中有嵌套 2000 层的值。</translation>
    </message>
    <message>
        <source>Points to another host with that status.</source>
        <translation>以该状态码指向另一台主机。</translation>
    </message>
    <message>
        <source>A page of HTML with that status.</source>
        <translation>以该状态码返回一个 HTML 页面。</translation>
    </message>
    <message>
        <source>Too busy: try again in that many seconds.</source>
        <translation>过于繁忙：请在若干秒后重试。</translation>
    </message>
    <message>
        <source>The service&apos;s clock is wrong by that many seconds.</source>
        <translation>服务的时钟偏差若干秒。</translation>
    </message>
    <message>
        <source>Answers that many milliseconds late.</source>
        <translation>迟若干毫秒才应答。</translation>
    </message>
    <message>
        <source>Answers byte by byte, with that many milliseconds between them.</source>
        <translation>逐字节应答，字节之间相隔若干毫秒。</translation>
    </message>
    <message>
        <source>Answers at that many bytes a second.</source>
        <translation>以每秒若干字节的速度应答。</translation>
    </message>
    <message>
        <source>Closes the connection without an answer.</source>
        <translation>不应答就关闭连接。</translation>
    </message>
    <message>
        <source>Resets the connection (RST) without an answer.</source>
        <translation>不应答就重置连接（RST）。</translation>
    </message>
    <message>
        <source>Keeps the connection open and never answers.</source>
        <translation>保持连接，但始终不应答。</translation>
    </message>
    <message>
        <source>Answers well; closes the connection without an answer when a second request comes on it.</source>
        <translation>正常应答；同一连接上来第二个请求时不应答就关闭。</translation>
    </message>
    <message>
        <source>Answers twice: the second answer waits for whoever uses the connection next.</source>
        <translation>应答两次：第二个应答留给下一个使用该连接的请求。</translation>
    </message>
    <message>
        <source>Closes the connection before the body is read.</source>
        <translation>读取内容之前就关闭连接。</translation>
    </message>
    <message>
        <source>Closes the connection when half of the body is read.</source>
        <translation>读到内容的一半时关闭连接。</translation>
    </message>
    <message>
        <source>Resets the connection (RST) when half of the body is read.</source>
        <translation>读到内容的一半时重置连接（RST）。</translation>
    </message>
    <message>
        <source>Stops reading when half of the body is read, and never answers.</source>
        <translation>读到内容的一半就不再读，也始终不应答。</translation>
    </message>
    <message>
        <source>Answers 413 before the body is read, as a proxy does.</source>
        <translation>读取内容之前就应答 413，像代理那样。</translation>
    </message>
    <message>
        <source>Answers bytes that are no HTTP.</source>
        <translation>应答不是 HTTP 的字节。</translation>
    </message>
    <message>
        <source>Answers a body without status line and headers.</source>
        <translation>只应答内容，没有状态行和头部。</translation>
    </message>
    <message>
        <source>Closes in the middle of the status line.</source>
        <translation>在状态行中间关闭连接。</translation>
    </message>
    <message>
        <source>Closes in the middle of the headers.</source>
        <translation>在头部中间关闭连接。</translation>
    </message>
    <message>
        <source>Closes in the middle of the body.</source>
        <translation>在内容中间关闭连接。</translation>
    </message>
    <message>
        <source>Says nothing more from the middle of the body on.</source>
        <translation>发到内容中间后再无下文。</translation>
    </message>
    <message>
        <source>Closes in the middle of a body that has no length.</source>
        <translation>内容没有长度，在中间关闭连接。</translation>
    </message>
    <message>
        <source>Names a length larger than the body.</source>
        <translation>写明的长度大于内容。</translation>
    </message>
    <message>
        <source>Names a length smaller than the body.</source>
        <translation>写明的长度小于内容。</translation>
    </message>
    <message>
        <source>Names a negative length.</source>
        <translation>写明的长度为负数。</translation>
    </message>
    <message>
        <source>Names two lengths that differ.</source>
        <translation>写明两个不同的长度。</translation>
    </message>
    <message>
        <source>Sends a chunked body with a size that is no number.</source>
        <translation>分块发送，块的大小不是数字。</translation>
    </message>
    <message>
        <source>Closes in the middle of a chunk.</source>
        <translation>在一个分块中间关闭连接。</translation>
    </message>
    <message>
        <source>Sends 200,000 header lines.</source>
        <translation>发送 20 万行头部。</translation>
    </message>
    <message>
        <source>Sends a body of 2 GB.</source>
        <translation>发送 2 GB 的内容。</translation>
    </message>
    <message>
        <source>Sends a gzip body that unpacks to 1 GB.</source>
        <translation>发送解压后为 1 GB 的 gzip 内容。</translation>
    </message>
    <message>
        <source>Answers 100 and nothing behind it.</source>
        <translation>只应答 100。</translation>
    </message>
    <message>
        <source>Answers 102 with the body of the answer.</source>
        <translation>以 102 发送应答内容。</translation>
    </message>
    <message>
        <source>Answers 103 and nothing behind it.</source>
        <translation>只应答 103。</translation>
    </message>
    <message>
        <source>&apos;%1&apos; takes no number.</source>
        <translation>“%1”不带数字。</translation>
    </message>
    <message>
        <source>&apos;%1&apos; takes a whole number from %2 to %3.</source>
        <translation>“%1”需要 %2 到 %3 的整数。</translation>
    </message>
    <message>
        <source>There is no scenario &apos;%1&apos;.</source>
        <translation>没有场景“%1”。</translation>
    </message>
    <message>
        <source>A count is a whole number of 1 or more.</source>
        <translation>次数是不小于 1 的整数。</translation>
    </message>
    <message>
        <source>A share is 1% to 100%.</source>
        <translation>比例为 1% 到 100%。</translation>
    </message>
    <message>
        <source>Behind @ stands FIELD=VALUE.</source>
        <translation>@ 后面写 字段=值。</translation>
    </message>
    <message>
        <source>&apos;%1&apos; happens before a field is read, so it cannot ask for one.</source>
        <translation>“%1”在读取字段之前就发生，因此不能按字段选择。</translation>
    </message>
    <message>
        <source>Answers the body byte by byte, with that many milliseconds between them.</source>
        <translation>逐字节发送内容，字节之间相隔若干毫秒。</translation>
    </message>
    <message>
        <source>Answers 413 before the body is read, then resets the connection (RST).</source>
        <translation>读取内容之前就应答 413，然后重置连接（RST）。</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>Closes the connection as soon as it is made: with TLS, in the handshake.</source>
        <translation>连接一建立就关闭：使用 TLS 时即在握手中。</translation>
    </message>
</context>
<context>
    <name>SandboxKey</name>
    <message>
        <source>The keys are no JSON array: %1</source>
        <translation>密钥文件不是 JSON 数组：%1</translation>
    </message>
    <message>
        <source>Key %1: &apos;%2&apos; is not known or has a wrong value.</source>
        <translation>第 %1 个密钥：“%2”不认识或值有误。</translation>
    </message>
    <message>
        <source>Key %1 needs api_key and api_secret.</source>
        <translation>第 %1 个密钥缺少 api_key 或 api_secret。</translation>
    </message>
    <message>
        <source>There is no key.</source>
        <translation>没有密钥。</translation>
    </message>
</context>
<context>
    <name>SandboxPage</name>
    <message>
        <source>Parameter</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Required at comparison_type</source>
        <translation>必选（comparison_type）</translation>
    </message>
    <message>
        <source>Optional at</source>
        <translation>可选</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>限制</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>发生什么</translation>
    </message>
    <message>
        <source>This is an imitation of the FaceID token services for tests and demonstrations. Point your program at this address instead of openapi.faceid.com and api.megvii.com. A PC token opens /faceid/liveness/v2/do?token=…, where you pick an outcome; for an SDK token POST token and outcome (%1) to /sandbox/complete. Both get_result addresses answer. /openapi.json describes it all for tools.</source>
        <translation>这是 FaceID token 服务的模拟，用于测试和演示。让您的程序访问此地址，代替 openapi.faceid.com 和 api.megvii.com。PC token 可打开 /faceid/liveness/v2/do?token=…，在页面上选择结果；SDK token 则向 /sandbox/complete POST token 和 outcome（%1）。两个 get_result 地址均可用。/openapi.json 供工具读取完整描述。</translation>
    </message>
    <message>
        <source>Photos are searched for faces.</source>
        <translation>照片会做人脸检测。</translation>
    </message>
    <message>
        <source>Photos are not searched for faces here: a number is assumed.</source>
        <translation>这里不对照片做人脸检测：人脸数为假定值。</translation>
    </message>
    <message>
        <source>A sign that does not fit or cannot be read is INVALID_SIGN.</source>
        <translation>不匹配或无法解析的 sign 是 INVALID_SIGN。</translation>
    </message>
    <message>
        <source>A sign is good up to its last second and no longer.</source>
        <translation>sign 到最后一秒为止有效，之后即过期。</translation>
    </message>
    <message>
        <source>A sign with b=0 is used up by the first request that authenticates with it.</source>
        <translation>b=0 的 sign 由第一个用它通过认证的请求用掉。</translation>
    </message>
    <message>
        <source>A biz_no may come again.</source>
        <translation>biz_no 可以重复。</translation>
    </message>
    <message>
        <source>Codes are written CODE:key.</source>
        <translation>错误码写作 CODE:key。</translation>
    </message>
    <message>
        <source>Only the first parameter at fault is named, in the order of the table.</source>
        <translation>只指出第一个有问题的参数，按参数表的顺序。</translation>
    </message>
    <message>
        <source>Photos are searched as their pixels are stored, without EXIF.</source>
        <translation>按照片存储的像素查找人脸，不理会 EXIF。</translation>
    </message>
    <message>
        <source>A key may do everything, from anywhere, as often as it likes.</source>
        <translation>密钥可以调用全部接口，来源和次数不限。</translation>
    </message>
    <message>
        <source>A PC token can be opened for 618 seconds, as in the document&apos;s sample.</source>
        <translation>PC token 在 618 秒内可以打开，与文档示例相同。</translation>
    </message>
    <message>
        <source>notify_url is called once, as soon as the outcome is chosen.</source>
        <translation>选定结果后立即调用一次 notify_url。</translation>
    </message>
    <message>
        <source>Results are there for a day, then they are RESULT_NOT_FOUND.</source>
        <translation>结果保留一天，之后是 RESULT_NOT_FOUND。</translation>
    </message>
    <message>
        <source>Another method than POST, as an unknown path, is API_NOT_FOUND.</source>
        <translation>POST 以外的方法与未知路径一样，是 API_NOT_FOUND。</translation>
    </message>
    <message>
        <source>Where the documents are silent</source>
        <translation>文档没有说明之处</translation>
    </message>
    <message>
        <source>What this imitation does</source>
        <translation>本仿制品的做法</translation>
    </message>
    <message>
        <source>Switch</source>
        <translation>开关</translation>
    </message>
</context>
<context>
    <name>SandboxServer</name>
    <message>
        <source>The sandbox cannot listen on %1:%2: %3</source>
        <translation>沙盒无法监听 %1:%2：%3</translation>
    </message>
</context>
<context>
    <name>ShiftReport</name>
    <message>
        <source>Issued</source>
        <translation>已签发</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>结果未知</translation>
    </message>
    <message>
        <source>Server error</source>
        <translation>服务器出错</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未送达</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求数</translation>
    </message>
    <message>
        <source>When this was counted</source>
        <translation>统计时的状态</translation>
    </message>
    <message>
        <source>Token can still be used</source>
        <translation>token 仍可使用</translation>
    </message>
    <message>
        <source>Token has expired</source>
        <translation>token 已过期</translation>
    </message>
    <message>
        <source>Outcome open: nobody has found it out yet</source>
        <translation>结果待定：尚无人查明</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>Shift report</source>
        <translation>班次报表</translation>
    </message>
    <message>
        <source>Requests from %1 until %2</source>
        <translation>%1 至 %2 的请求</translation>
    </message>
    <message>
        <source>Nothing was sent in this time.</source>
        <translation>此时段内没有发送任何请求。</translation>
    </message>
    <message>
        <source>What became of them</source>
        <translation>各请求的结果</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未了结</translation>
    </message>
    <message>
        <source>Why the service refused</source>
        <translation>拒绝原因</translation>
    </message>
    <message>
        <source>FaceID Console, counted %1</source>
        <translation>FaceID 控制台，统计于 %1</translation>
    </message>
</context>
<context>
    <name>Sign</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 = %2, %3 ago</source>
        <translation>%1 = %2，%3前</translation>
    </message>
    <message>
        <source>%1 = %2, in %3</source>
        <translation>%1 = %2，%3后</translation>
    </message>
    <message>
        <source>%1, of profile %2</source>
        <translation>%1，属于配置“%2”</translation>
    </message>
    <message>
        <source>digest</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>a  api_key</source>
        <translation>a  api_key</translation>
    </message>
    <message>
        <source>b  expires</source>
        <translation>b  过期</translation>
    </message>
    <message>
        <source>0 = never; good for a single use</source>
        <translation>0 = 不过期，只能用一次</translation>
    </message>
    <message>
        <source>c  made</source>
        <translation>c  生成</translation>
    </message>
    <message>
        <source>d  random</source>
        <translation>d  随机数</translation>
    </message>
    <message>
        <source>It has expired.</source>
        <translation>已经过期。</translation>
    </message>
    <message>
        <source>It states another api_key than the profile has.</source>
        <translation>其中的 api_key 不是该配置的。</translation>
    </message>
    <message>
        <source>This is no sign that can be read.</source>
        <translation>这不是可读的签名。</translation>
    </message>
    <message>
        <source>The digest fits the secret.</source>
        <translation>摘要与密钥相符。</translation>
    </message>
    <message>
        <source>The digest does not fit the secret: another secret, or a changed text.</source>
        <translation>摘要与密钥不符：密钥不同，或文本被改动。</translation>
    </message>
    <message>
        <source>The clock of this computer is %1 ahead of the service&apos;s: set it right.</source>
        <translation>本机时钟比服务端快 %1：请校准。</translation>
    </message>
    <message>
        <source>The clock of this computer is %1 behind the service&apos;s: set it right.</source>
        <translation>本机时钟比服务端慢 %1：请校准。</translation>
    </message>
</context>
<context>
    <name>StateFile</name>
    <message>
        <source>Another program is using it.</source>
        <translation>另一个程序正在使用它。</translation>
    </message>
    <message>
        <source>No lock file can be made beside it.</source>
        <translation>无法在旁边建立锁文件。</translation>
    </message>
    <message>
        <source>It is no file of a sandbox&apos;s state.</source>
        <translation>它不是沙盒的状态文件。</translation>
    </message>
    <message>
        <source>Its line %1 cannot be read.</source>
        <translation>第 %1 行无法读取。</translation>
    </message>
</context>
<context>
    <name>TimePhase</name>
    <message>
        <source>Save the row, read the secret</source>
        <translation>保存记录、读取密钥</translation>
    </message>
    <message>
        <source>Resolve the host</source>
        <translation>解析主机名</translation>
    </message>
    <message>
        <source>Connect and TLS</source>
        <translation>连接与 TLS</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>上传</translation>
    </message>
    <message>
        <source>Wait for the answer</source>
        <translation>等待应答</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
</context>
<context>
    <name>TlsFlaw</name>
    <message>
        <source>The certificate expired yesterday.</source>
        <translation>证书昨天已过期。</translation>
    </message>
    <message>
        <source>The certificate is valid from tomorrow on.</source>
        <translation>证书明天才开始有效。</translation>
    </message>
    <message>
        <source>The certificate is of another host.</source>
        <translation>证书属于另一台主机。</translation>
    </message>
    <message>
        <source>The certificate names the host as common name alone.</source>
        <translation>证书只在通用名中写有主机名。</translation>
    </message>
    <message>
        <source>The certificate of the authority in between is not sent.</source>
        <translation>不发送中间机构的证书。</translation>
    </message>
    <message>
        <source>The key is RSA with 1024 bits.</source>
        <translation>密钥是 1024 位 RSA。</translation>
    </message>
    <message>
        <source>The certificate is signed with SHA-1.</source>
        <translation>证书用 SHA-1 签名。</translation>
    </message>
    <message>
        <source>Nothing newer than TLS 1.0 is spoken.</source>
        <translation>最高只支持 TLS 1.0。</translation>
    </message>
    <message>
        <source>Nothing newer than TLS 1.1 is spoken.</source>
        <translation>最高只支持 TLS 1.1。</translation>
    </message>
    <message>
        <source>Only ciphers that do not encrypt are offered.</source>
        <translation>只提供不加密的密码套件。</translation>
    </message>
</context>
<context>
    <name>TokenFacts</name>
    <message>
        <source>no token and no request_id of this service</source>
        <translation>不是本服务的 token，也不是 request_id</translation>
    </message>
    <message>
        <source>a biz_token, for the mobile SDK</source>
        <translation>biz_token，用于移动端 SDK</translation>
    </message>
    <message>
        <source>a token of get_token, for the web page; it works once</source>
        <translation>get_token 的 token，用于网页，只能使用一次</translation>
    </message>
    <message>
        <source>a request_id; its answer brought a token</source>
        <translation>request_id，对应的应答签发了 token</translation>
    </message>
    <message>
        <source>a request_id; its answer brought no token</source>
        <translation>request_id，对应的应答没有签发 token</translation>
    </message>
    <message>
        <source>a biz_token, or an id of the same form: only the history could tell, and it does not have it</source>
        <translation>biz_token，或同样形式的 id：只有历史能区分，而历史中没有它</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>签发时间</translation>
    </message>
    <message>
        <source>not known: such a token carries no time, and the history does not have it</source>
        <translation>未知：这种 token 不含时间，历史中也没有它</translation>
    </message>
    <message>
        <source>%1, which is still to come: this computer&apos;s clock is wrong, or the text was made up</source>
        <translation>%1，尚未到来：本机时钟不准，或者这段文字是编造的</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>open until %1, %2 left</source>
        <translation>有效至 %1，还剩 %2</translation>
    </message>
    <message>
        <source>over since %1</source>
        <translation>已于 %1 失效</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>On the web page</source>
        <translation>在网页中使用</translation>
    </message>
    <message>
        <source>In the SDK</source>
        <translation>在 SDK 中使用</translation>
    </message>
    <message>
        <source>For get_result</source>
        <translation>查询 get_result</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>no row: it was not issued from this computer</source>
        <translation>没有对应的行：不是从本机签发的</translation>
    </message>
</context>
<context>
    <name>ZipFile</name>
    <message>
        <source>This is no zip file.</source>
        <translation>这不是 zip 文件。</translation>
    </message>
    <message>
        <source>The zip file is damaged, or too large.</source>
        <translation>zip 文件已损坏或过大。</translation>
    </message>
</context>
<context>
    <name>faceid::AboutDialog</name>
    <message>
        <source>About FaceID Console</source>
        <translation>关于 FaceID Console</translation>
    </message>
    <message>
        <source>FaceID Console %1</source>
        <translation>FaceID Console %1</translation>
    </message>
    <message>
        <source>Where your data is</source>
        <translation>数据存放位置</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>in the keychain of this desktop, or in memory until you quit</source>
        <translation>在本桌面的密钥环中，或在内存中直到退出</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>never written to disk by this program</source>
        <translation>本程序从不写入磁盘</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Open the folder: %1</source>
        <translation>打开文件夹：%1</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
</context>
<context>
    <name>faceid::AttemptsLine</name>
    <message>
        <source>Attempt %1 of %2</source>
        <translation>第 %1 次，共 %2 次</translation>
    </message>
    <message>
        <source>Retry of %1</source>
        <translation>重试自 %1</translation>
    </message>
    <message>
        <source>Retry of an attempt that was deleted</source>
        <translation>重试自一条已删除的记录</translation>
    </message>
    <message>
        <source>Retried as %1</source>
        <translation>已重试：%1</translation>
    </message>
</context>
<context>
    <name>faceid::AuditExport</name>
    <message>
        <source>It could not be written: %1</source>
        <translation>无法写入：%1</translation>
    </message>
</context>
<context>
    <name>faceid::BatchForm</name>
    <message>
        <source>Nothing more. What the window&apos;s form has beside the person would be sent with every row.</source>
        <translation>无。主窗口表单中与人员无关的内容会随每一行发送。</translation>
    </message>
    <message>
        <source>Choose a sheet</source>
        <translation>选择表格</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Where the results go</source>
        <translation>结果保存位置</translation>
    </message>
    <message>
        <source>Folder for the QR codes</source>
        <translation>二维码文件夹</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Sheet, a CSV file</source>
        <translation>表格（CSV 文件）</translation>
    </message>
    <message>
        <source>A CSV file whose columns are named as the API&apos;s fields</source>
        <translation>列名与 API 字段同名的 CSV 文件</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>In every row</source>
        <translation>每一行都有</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>File for the results</source>
        <translation>结果文件</translation>
    </message>
    <message>
        <source>Choose the file for the results</source>
        <translation>选择结果文件</translation>
    </message>
    <message>
        <source>QR codes</source>
        <translation>二维码</translation>
    </message>
    <message>
        <source>Choose the folder for the QR codes</source>
        <translation>选择二维码文件夹</translation>
    </message>
    <message>
        <source>At a time</source>
        <translation>同时发送</translation>
    </message>
    <message>
        <source>Requests at a time</source>
        <translation>同时发送的请求数</translation>
    </message>
</context>
<context>
    <name>faceid::BatchPace</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>No more rows are sent; %1 still under way.</source>
        <translation>不再发送新的行；还有 %1 行进行中。</translation>
    </message>
    <message>
        <source>Paused; %1 still under way.</source>
        <translation>已暂停；还有 %1 行进行中。</translation>
    </message>
    <message>
        <source>Paused: no more rows are sent until you go on.</source>
        <translation>已暂停：继续之前不再发送新的行。</translation>
    </message>
    <message>
        <source>The service is busy or away: the next row is sent in %1.</source>
        <translation>服务繁忙或无法连接：%1 后发送下一行。</translation>
    </message>
    <message>
        <source>%1 rows a second</source>
        <translation>每秒 %1 行</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>约剩 %1</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>issued %1</source>
        <translation>已签发 %1</translation>
    </message>
    <message>
        <source>refused %1</source>
        <translation>被拒绝 %1</translation>
    </message>
    <message>
        <source>not sent %1</source>
        <translation>未发出 %1</translation>
    </message>
    <message>
        <source>unknown %1</source>
        <translation>结果未知 %1</translation>
    </message>
    <message>
        <source>%1 of them by an earlier run</source>
        <translation>其中 %1 行由之前的运行完成</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln row(s)</source>
        <translation>
            <numerusform>%1 / %Ln 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>faceid::BatchWindow</name>
    <message>
        <source>Every row gets a request of its own. All rows are checked before the first one is sent.</source>
        <translation>每一行单独发送一个请求。发送第一行之前会检查所有行。</translation>
    </message>
    <message>
        <source>Issue in production?</source>
        <translation>在生产环境签发？</translation>
    </message>
    <message>
        <source>Issue them</source>
        <translation>签发</translation>
    </message>
    <message>
        <source>As profile “%1” (%2), chosen in the window.</source>
        <translation>使用主窗口中所选的配置“%1”（%2）。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message numerus="yes">
        <source>Issue %n token(s)</source>
        <translation>
            <numerusform>签发 %n 个 token</numerusform>
        </translation>
    </message>
    <message>
        <source>Issue the tokens</source>
        <translation>签发</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Cancel those under way</source>
        <translation>取消进行中的请求</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop the batch?</source>
        <translation>停止该批次？</translation>
    </message>
    <message>
        <source>No more rows are sent, those under way come to their end, and the results so far are written. It can be gone on with later.</source>
        <translation>不再发送新的行，进行中的请求会等待结束，并写入目前的结果。以后可以继续。</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>停止并关闭</translation>
    </message>
    <message>
        <source>Tokens for a sheet</source>
        <translation>按表格签发</translation>
    </message>
    <message>
        <source>What is wrong in the sheet</source>
        <translation>表格中的问题</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) checked …</source>
        <translation>
            <numerusform>已检查 %Ln 行…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Profile “%1” is production: the %Ln token(s) are real, and they may be charged.</source>
        <translation>
            <numerusform>配置“%1”是生产环境：这 %Ln 个 token 都是真实的，可能产生费用。</numerusform>
        </translation>
    </message>
    <message>
        <source>As profile “%1”, chosen in the window.</source>
        <translation>使用主窗口中所选的配置“%1”。</translation>
    </message>
</context>
<context>
    <name>faceid::BodyText</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
</context>
<context>
    <name>faceid::BundleDialog</name>
    <message>
        <source>Support bundle</source>
        <translation>支持包</translation>
    </message>
    <message>
        <source>This is all that the file will hold. What stands in square brackets and is marked was replaced; secrets and photos were never kept.</source>
        <translation>文件的全部内容如下。方括号内带标记的是被替换的值；密钥和照片从未保存。</translation>
    </message>
    <message>
        <source>Support bundle %1, read only</source>
        <translation>支持包 %1（只读）</translation>
    </message>
    <message>
        <source>Made on %1. What stands in square brackets and is marked was replaced.</source>
        <translation>生成于 %1。方括号内带标记的是被替换的值。</translation>
    </message>
    <message>
        <source>Find the next place</source>
        <translation>查找下一处</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Files of the bundle</source>
        <translation>支持包中的文件</translation>
    </message>
    <message>
        <source>The file, its replacements marked</source>
        <translation>文件内容（替换处带标记）</translation>
    </message>
    <message>
        <source>What was replaced</source>
        <translation>被替换的内容</translation>
    </message>
    <message>
        <source>Pseudonym</source>
        <translation>代号</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>处数</translation>
    </message>
    <message>
        <source>Stands for</source>
        <translation>代替</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1 characters</source>
        <translation>共 %1 个字符</translation>
    </message>
    <message>
        <source>Save the support bundle</source>
        <translation>保存支持包</translation>
    </message>
    <message>
        <source>Personal data is being replaced …</source>
        <translation>正在替换个人信息…</translation>
    </message>
    <message>
        <source>It is being saved …</source>
        <translation>正在保存…</translation>
    </message>
</context>
<context>
    <name>faceid::CallbackListener</name>
    <message>
        <source>Callbacks cannot be listened for on %1:%2: %3</source>
        <translation>无法在 %1:%2 上接收回调：%3</translation>
    </message>
</context>
<context>
    <name>faceid::CallbackWindow</name>
    <message>
        <source>Callbacks</source>
        <translation>回调</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Listener</source>
        <translation>监听</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Check a callback</source>
        <translation>校验回调</translation>
    </message>
    <message>
        <source>Check a URL</source>
        <translation>检查地址</translation>
    </message>
</context>
<context>
    <name>faceid::CarryDialog</name>
    <message>
        <source>Carry over to the %1 API</source>
        <translation>带到 %1 接口</translation>
    </message>
    <message>
        <source>Carried over</source>
        <translation>原样带过去</translation>
    </message>
    <message>
        <source>Said in another way</source>
        <translation>换一种写法</translation>
    </message>
    <message>
        <source>No counterpart</source>
        <translation>没有对应项</translation>
    </message>
    <message>
        <source>Still wanted by %1</source>
        <translation>%1 还需要</translation>
    </message>
    <message>
        <source>Carry over</source>
        <translation>带过去</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>faceid::CheckPanel</name>
    <message>
        <source>End a check as the phone would</source>
        <translation>代替手机结束一次核验</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>token</translation>
    </message>
    <message>
        <source>Token of the sandbox</source>
        <translation>沙盒的 token</translation>
    </message>
    <message>
        <source>Issued by the sandbox, not used yet</source>
        <translation>由沙盒签发、尚未使用</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>How the check ends</source>
        <translation>核验如何结束</translation>
    </message>
    <message>
        <source>End the check</source>
        <translation>结束核验</translation>
    </message>
    <message>
        <source>Ended. get_result knows the outcome now; the notify_url, if there is one, is being called.</source>
        <translation>已结束。现在 get_result 可以查到结果；如有 notify_url，正在回调。</translation>
    </message>
    <message>
        <source>The sandbox does not know this token, or its check is over or came too late.</source>
        <translation>沙盒不认识这个 token，或者它的核验已经结束或已过期。</translation>
    </message>
</context>
<context>
    <name>faceid::ChoiceEditor</name>
    <message>
        <source>Default (%1)</source>
        <translation>默认（%1）</translation>
    </message>
</context>
<context>
    <name>faceid::CodePage</name>
    <message>
        <source>The row that is shown, with personal values masked. Secrets come from the environment.</source>
        <translation>所显示的记录，个人信息已遮盖。密钥来自环境变量。</translation>
    </message>
    <message>
        <source>The form as it stands. Secrets come from the environment: FACEID_API_KEY, FACEID_API_SECRET.</source>
        <translation>当前表单的内容。密钥来自环境变量：FACEID_API_KEY、FACEID_API_SECRET。</translation>
    </message>
    <message>
        <source>Save the program</source>
        <translation>保存程序</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>It could not be saved: %1</source>
        <translation>无法保存：%1</translation>
    </message>
    <message>
        <source>Language of the program</source>
        <translation>程序语言</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the program</source>
        <translation>复制程序</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>The request as a program</source>
        <translation>写成程序的请求</translation>
    </message>
</context>
<context>
    <name>faceid::CommandPalette</name>
    <message>
        <source>Find a command</source>
        <translation>查找命令</translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation>输入想做的事</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>No command fits.</source>
        <translation>没有匹配的命令。</translation>
    </message>
</context>
<context>
    <name>faceid::CompareDialog</name>
    <message>
        <source>Only what differs</source>
        <translation>只看不同</translation>
    </message>
    <message>
        <source>The earlier value</source>
        <translation>较早的值</translation>
    </message>
    <message>
        <source>The later value</source>
        <translation>较晚的值</translation>
    </message>
    <message>
        <source>Compare two requests</source>
        <translation>比较两次请求</translation>
    </message>
    <message>
        <source>What the two requests have in common and what not</source>
        <translation>两次请求的异同</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>One of the rows is not in the history any more.</source>
        <translation>其中一条记录已不在历史中。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) differ.</source>
        <translation>
            <numerusform>有 %Ln 处不同。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing differs but what differs each time.</source>
        <translation>除每次都不同的以外，没有差别。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln masked value(s) are alike; whether they are the same is not known.</source>
        <translation>
            <numerusform>%Ln 个掩码值看起来相同；原值是否相同无从得知。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>faceid::CompareModel</name>
    <message>
        <source>%1 characters</source>
        <translation>共 %1 个字符</translation>
    </message>
    <message>
        <source>= same</source>
        <translation>= 相同</translation>
    </message>
    <message>
        <source>~ differs each time</source>
        <translation>~ 每次都不同</translation>
    </message>
    <message>
        <source>? masked alike</source>
        <translation>? 掩码相同</translation>
    </message>
    <message>
        <source>≠ differs</source>
        <translation>≠ 不同</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差别</translation>
    </message>
    <message>
        <source>(not there)</source>
        <translation>（没有）</translation>
    </message>
</context>
<context>
    <name>faceid::ConnectionView</name>
    <message>
        <source>passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>不需要</translation>
    </message>
    <message>
        <source>Steps of the connection</source>
        <translation>连接的各步骤</translation>
    </message>
    <message>
        <source>Testing. Nothing is issued.</source>
        <translation>正在检测，不会签发任何 token。</translation>
    </message>
    <message>
        <source>Walks the way to each address without issuing anything.</source>
        <translation>逐步检测到每个地址的通路，不签发任何 token。</translation>
    </message>
    <message>
        <source>Stop the test</source>
        <translation>停止检测</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>检测连接</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>Everything passed. Nothing was issued.</source>
        <translation>全部通过，没有签发任何 token。</translation>
    </message>
    <message>
        <source>The test was stopped.</source>
        <translation>检测已停止。</translation>
    </message>
</context>
<context>
    <name>faceid::CopiedSign</name>
    <message>
        <source>Copied ✓</source>
        <translation>已复制 ✓</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>faceid::Countdown</name>
    <message>
        <source>expired</source>
        <translation>已过期</translation>
    </message>
</context>
<context>
    <name>faceid::CurlDialog</name>
    <message>
        <source>Fill the form</source>
        <translation>填入表单</translation>
    </message>
    <message>
        <source>Fill the form from a cURL command</source>
        <translation>从 cURL 命令填写表单</translation>
    </message>
    <message>
        <source>Paste a cURL command here, written for bash, cmd or PowerShell, or copied from a browser. It is read and never run.</source>
        <translation>在此粘贴 cURL 命令：bash、cmd 或 PowerShell 的写法，或从浏览器复制的。只读取，绝不执行。</translation>
    </message>
    <message>
        <source>cURL command</source>
        <translation>cURL 命令</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Nothing to read yet.</source>
        <translation>还没有可读取的内容。</translation>
    </message>
    <message>
        <source>%1 (%2), read as %3 reads it.</source>
        <translation>%1（%2），按 %3 的规则读取。</translation>
    </message>
    <message>
        <source>Goes into the form</source>
        <translation>将填入表单</translation>
    </message>
    <message>
        <source>Does not fit</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>The command goes to %1. The form goes to %2, as the profile says.</source>
        <translation>命令发往 %1。表单按配置发往 %2。</translation>
    </message>
    <message>
        <source>%1: the command is not shown. Ctrl+V pastes another.</source>
        <translation>%1：命令不显示。按 Ctrl+V 可粘贴另一条。</translation>
    </message>
    <message>
        <source>Looking for the file %1 …</source>
        <translation>正在查找文件 %1…</translation>
    </message>
</context>
<context>
    <name>faceid::Delivery</name>
    <message>
        <source>This token was handed over at %1 and works once. Copy it again to copy it nevertheless.</source>
        <translation>此 token 已于 %1 交付，只能用一次。仍要复制请再按一次。</translation>
    </message>
    <message>
        <source>No browser could be started. Copy the link with Ctrl+3 and open it by hand.</source>
        <translation>无法启动浏览器。请用 Ctrl+3 复制链接后手动打开。</translation>
    </message>
</context>
<context>
    <name>faceid::DiagnosisDialog</name>
    <message>
        <source>Check now</source>
        <translation>立即检查</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>Nothing leaves this computer</source>
        <translation>任何数据都不离开本机</translation>
    </message>
    <message>
        <source>Also reach the services of %1</source>
        <translation>同时连接 %1 的服务</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Network contacts</source>
        <translation>网络联系</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>How far the check goes</source>
        <translation>检查的范围</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Hosts that the program may contact</source>
        <translation>程序可能联系的主机</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>For what</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Nobody else is ever contacted: there is no update check and no telemetry. Each is contacted only when an operator asks for it.</source>
        <translation>除此之外不联系任何主机：没有更新检查，也没有遥测。每个主机都只在操作员要求时才联系。</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Something does not work. What to do stands below it.</source>
        <translation>有些地方不正常。办法写在该项下面。</translation>
    </message>
    <message>
        <source>Everything that is needed works.</source>
        <translation>所需的一切都正常。</translation>
    </message>
    <message>
        <source>The report holds nothing secret or personal.</source>
        <translation>报告不含密钥和个人信息。</translation>
    </message>
</context>
<context>
    <name>faceid::EnvironmentBand</name>
    <message>
        <source>Profile</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Where requests go, and with which key</source>
        <translation>请求发往哪里、用哪个密钥</translation>
    </message>
    <message>
        <source>API</source>
        <translation>接口</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Profile, API and tools</source>
        <translation>配置、接口与工具</translation>
    </message>
</context>
<context>
    <name>faceid::ExportDialog</name>
    <message>
        <source>For a spreadsheet (marks the file as UTF-8)</source>
        <translation>供电子表格使用（加 UTF-8 标记）</translation>
    </message>
    <message>
        <source>With masked names and ID numbers, uuids and notes</source>
        <translation>包含掩码后的姓名和身份证号、uuid 和备注</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Export the history</source>
        <translation>导出历史</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>With serial number and time, masked names lead to persons. Whoever gets the file must be allowed to. The audit trail notes it.</source>
        <translation>结合流水号和时间，掩码后的姓名仍可指向个人。请确认文件的接收者有权获得。审计记录会注明。</translation>
    </message>
    <message>
        <source>Tokens stand masked. The audit trail notes the export.</source>
        <translation>token 以掩码表示。导出会记入审计记录。</translation>
    </message>
    <message>
        <source>It could not be saved: %1</source>
        <translation>无法保存：%1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) saved: %1</source>
        <translation>
            <numerusform>已保存 %n 行：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled. Nothing was saved.</source>
        <translation>已取消，没有保存任何内容。</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>The rows are being counted …</source>
        <translation>正在统计记录…</translation>
    </message>
    <message>
        <source>The list shows no rows.</source>
        <translation>列表中没有记录。</translation>
    </message>
    <message numerus="yes">
        <source>All rows: %Ln</source>
        <translation>
            <numerusform>全部记录：%Ln 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s), as the list shows them</source>
        <translation>
            <numerusform>列表中显示的 %Ln 条记录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %Ln row(s) with personal data…</source>
        <translation>
            <numerusform>导出 %Ln 条（含个人信息）…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %Ln row(s)…</source>
        <translation>
            <numerusform>导出 %Ln 条…</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 rows written …</source>
        <translation>已写入 %1 / %2 条…</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Pseudonyms stand for names, ID numbers, user ids and tokens. The audit trail notes the export.</source>
        <translation>姓名、身份证号、用户标识和 token 以代号表示。审计记录会记下此次导出。</translation>
    </message>
</context>
<context>
    <name>faceid::FieldEditor</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>faceid::FieldHelp</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>选填</translation>
    </message>
    <message>
        <source>optional; left out, the service assumes %1</source>
        <translation>选填；不填时服务按 %1 处理</translation>
    </message>
</context>
<context>
    <name>faceid::FillPreview</name>
    <message>
        <source>What would be filled in, and what would not</source>
        <translation>将填入的内容与不会填入的内容</translation>
    </message>
    <message>
        <source>Read the file %1</source>
        <translation>读取文件 %1</translation>
    </message>
    <message>
        <source>the photo</source>
        <translation>照片</translation>
    </message>
</context>
<context>
    <name>faceid::FilterBar</name>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>All outcomes</source>
        <translation>所有结果</translation>
    </message>
    <message>
        <source>API</source>
        <translation>接口</translation>
    </message>
    <message>
        <source>All APIs</source>
        <translation>所有接口</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>All profiles</source>
        <translation>所有配置</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>All environments</source>
        <translation>所有环境</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>任何时间</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>从…到…</translation>
    </message>
    <message>
        <source>Open or expired</source>
        <translation>有效或过期</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>仍有效</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>From this day</source>
        <translation>从这一天</translation>
    </message>
    <message>
        <source>To this day</source>
        <translation>到这一天</translation>
    </message>
    <message>
        <source>Validity of the token</source>
        <translation>token 有效性</translation>
    </message>
    <message>
        <source>Unresolved</source>
        <translation>待查明</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
</context>
<context>
    <name>faceid::FindBar</name>
    <message>
        <source>no match</source>
        <translation>无匹配</translation>
    </message>
    <message>
        <source>%1 of more than %2</source>
        <translation>%1 / 超过 %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation>上一个（Shift+F3）</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>下一个（F3）</translation>
    </message>
    <message>
        <source>Close the search (Esc)</source>
        <translation>关闭搜索（Esc）</translation>
    </message>
</context>
<context>
    <name>faceid::FormDesk</name>
    <message>
        <source>Nothing was cleared that could be brought back.</source>
        <translation>没有可以恢复的清空内容。</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard, or this comparison takes no photo.</source>
        <translation>剪贴板上没有图片，或此比对方式不用照片。</translation>
    </message>
    <message>
        <source>The form is filled from the cURL command.</source>
        <translation>已从 cURL 命令填写表单。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Choose an HTTP archive</source>
        <translation>选择 HTTP 归档</translation>
    </message>
    <message>
        <source>HTTP archives (*.har *.json)</source>
        <translation>HTTP 归档 (*.har *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message numerus="yes">
        <source>The archive holds no token request, and %n other(s).</source>
        <translation>
            <numerusform>归档中没有 token 请求，只有 %n 个其他请求。</numerusform>
        </translation>
    </message>
    <message>
        <source>The form is filled from the archive.</source>
        <translation>已从归档填写表单。</translation>
    </message>
    <message>
        <source>The form is filled from that of the other API.</source>
        <translation>已用另一个接口的表单填写。</translation>
    </message>
</context>
<context>
    <name>faceid::FormPage</name>
    <message>
        <source>Comparison</source>
        <translation>比对</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Reference photos</source>
        <translation>参考照片</translation>
    </message>
    <message>
        <source>Business</source>
        <translation>业务</translation>
    </message>
    <message>
        <source>Callbacks</source>
        <translation>回调</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>%1: all at default</source>
        <translation>%1：全部默认</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>已收起</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>已展开</translation>
    </message>
</context>
<context>
    <name>faceid::HandOverPanel</name>
    <message>
        <source>link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>token</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>复制%1</translation>
    </message>
    <message>
        <source>Open page</source>
        <translation>打开页面</translation>
    </message>
    <message>
        <source>Open the end user&apos;s page</source>
        <translation>打开用户页面</translation>
    </message>
    <message>
        <source>QR code…</source>
        <translation>二维码…</translation>
    </message>
    <message>
        <source>Copy the Chinese message</source>
        <translation>复制中文消息</translation>
    </message>
    <message>
        <source>Copy the English message</source>
        <translation>复制英文消息</translation>
    </message>
    <message>
        <source>Edit the messages…</source>
        <translation>编辑消息模板…</translation>
    </message>
    <message>
        <source>Handed over at %1 – copy again?</source>
        <translation>已于 %1 交付，再次复制？</translation>
    </message>
    <message>
        <source>Copy  %1</source>
        <translation>复制  %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Message ▾</source>
        <translation>消息 ▾</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Handed over at %1. This token works once.</source>
        <translation>已于 %1 交付。此 token 只能用一次。</translation>
    </message>
</context>
<context>
    <name>faceid::HarDialog</name>
    <message>
        <source>Fill the form from an HTTP archive</source>
        <translation>从 HTTP 归档填写表单</translation>
    </message>
    <message>
        <source>Token requests in the archive</source>
        <translation>归档中的 token 请求</translation>
    </message>
    <message numerus="yes">
        <source>%n other request(s) are left out.</source>
        <translation>
            <numerusform>略去了 %n 个其他请求。</numerusform>
        </translation>
    </message>
    <message>
        <source>Fill the form</source>
        <translation>填入表单</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>API</source>
        <translation>接口</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>流水号</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Goes into the form</source>
        <translation>将填入表单</translation>
    </message>
    <message>
        <source>Does not fit</source>
        <translation>不适用</translation>
    </message>
</context>
<context>
    <name>faceid::HelpWindow</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>使用指南</translation>
    </message>
    <message>
        <source>Back (Alt+Left)</source>
        <translation>后退（Alt+Left）</translation>
    </message>
    <message>
        <source>Forward (Alt+Right)</source>
        <translation>前进（Alt+Right）</translation>
    </message>
    <message>
        <source>First page (Alt+Home)</source>
        <translation>首页（Alt+Home）</translation>
    </message>
    <message>
        <source>Find in this page (Ctrl+F)</source>
        <translation>在本页查找（Ctrl+F）</translation>
    </message>
    <message>
        <source>First page</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>Find in this page</source>
        <translation>在本页查找</translation>
    </message>
    <message>
        <source>Search all pages</source>
        <translation>搜索所有页面</translation>
    </message>
    <message>
        <source>Pages of the guide</source>
        <translation>指南的页面</translation>
    </message>
    <message>
        <source>No page has these words.</source>
        <translation>没有页面包含这些文字。</translation>
    </message>
    <message>
        <source>Page of the guide</source>
        <translation>指南正文</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>faceid::HexModel</name>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>ASCII</source>
        <translation>ASCII</translation>
    </message>
</context>
<context>
    <name>faceid::HexView</name>
    <message>
        <source>Bytes of the answer</source>
        <translation>应答的字节</translation>
    </message>
</context>
<context>
    <name>faceid::HistoryDesk</name>
    <message>
        <source>The history file %1 is damaged: %2. Copy it away before you go on, and have the copy looked at.</source>
        <translation>历史文件 %1 已损坏：%2。请先把它复制到别处再继续，并请人检查副本。</translation>
    </message>
    <message>
        <source>That row is not in the history any more.</source>
        <translation>这条记录已不在历史中。</translation>
    </message>
</context>
<context>
    <name>faceid::HistoryDialogs</name>
    <message>
        <source>The profile %1 is gone, so nobody knows whom to ask.</source>
        <translation>配置 %1 已不存在，不知道该向谁查询。</translation>
    </message>
    <message>
        <source>Save as HAR</source>
        <translation>另存为 HAR</translation>
    </message>
    <message>
        <source>It could not be saved: %1</source>
        <translation>无法保存：%1</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Open a support bundle</source>
        <translation>打开支持包</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>Not all of these rows could be read, so there is no bundle of them.</source>
        <translation>其中有记录无法读取，因此没有生成支持包。</translation>
    </message>
</context>
<context>
    <name>faceid::HistoryModel</name>
    <message>
        <source>%1: empty</source>
        <translation>%1：空</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Sent %1</source>
        <translation>发送于 %1</translation>
    </message>
    <message>
        <source>UTC %1</source>
        <translation>UTC %1</translation>
    </message>
    <message>
        <source>HTTP %1 %2</source>
        <translation>HTTP %1 %2</translation>
    </message>
    <message>
        <source>Good until %1</source>
        <translation>有效至 %1</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>API</source>
        <translation>接口</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>token</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Last copied %1</source>
        <translation>最近复制于 %1</translation>
    </message>
    <message>
        <source>Marked %1</source>
        <translation>标记于 %1</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>A further attempt with the same serial number</source>
        <translation>同一流水号的再次尝试</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>操作员</translation>
    </message>
</context>
<context>
    <name>faceid::HistoryTable</name>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
</context>
<context>
    <name>faceid::HistoryView</name>
    <message>
        <source>Search serial number, request_id, token …  Ctrl+F</source>
        <translation>搜索流水号、request_id、token…  Ctrl+F</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>搜索历史</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Note on serial number %1</source>
        <translation>业务编号 %1 的备注</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>%1 rows and more …</source>
        <translation>%1 条，还有更多…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) found</source>
        <translation>
            <numerusform>找到 %Ln 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln 条</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>No row fits the search and the filters.</source>
        <translation>没有符合搜索和筛选条件的记录。</translation>
    </message>
    <message>
        <source>What you issue is listed here, with everything that was sent and came back.</source>
        <translation>签发的请求会列在这里，连同发送和返回的全部内容。</translation>
    </message>
</context>
<context>
    <name>faceid::ImageSlot</name>
    <message>
        <source>Remove this photo (Del)</source>
        <translation>移除这张照片（Del）</translation>
    </message>
    <message>
        <source>Remove the photo %1</source>
        <translation>移除照片 %1</translation>
    </message>
    <message>
        <source>Choose a photo</source>
        <translation>选择照片</translation>
    </message>
    <message>
        <source>Photos (*.jpg *.jpeg *.png *.bmp *.webp)</source>
        <translation>照片 (*.jpg *.jpeg *.png *.bmp *.webp)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Photo %1</source>
        <translation>照片 %1</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Choose or drop</source>
        <translation>选择或拖入</translation>
    </message>
    <message>
        <source>pasted</source>
        <translation>粘贴的图片</translation>
    </message>
    <message>
        <source>Choose a photo, drop one here, or paste one (Ctrl+V)</source>
        <translation>选择照片，拖到这里，或粘贴（Ctrl+V）</translation>
    </message>
    <message>
        <source>File has changed;
this one is sent</source>
        <translation>文件已改动；
发送所选的</translation>
    </message>
    <message>
        <source>File has moved;
this one is sent</source>
        <translation>文件已移走；
发送所选的</translation>
    </message>
    <message>
        <source>no photo</source>
        <translation>不是照片</translation>
    </message>
    <message>
        <source>Click for help</source>
        <translation>点击看办法</translation>
    </message>
</context>
<context>
    <name>faceid::ImagesEditor</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n 张照片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) did not fit into the free places.</source>
        <translation>
            <numerusform>有 %n 张照片放不下。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>faceid::IntegerEditor</name>
    <message>
        <source>Default (%1)</source>
        <translation>默认（%1）</translation>
    </message>
</context>
<context>
    <name>faceid::IssueBar</name>
    <message numerus="yes">
        <source>%n to fix: %1</source>
        <translation>
            <numerusform>%n 处待完善：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>正在准备…</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Sending %1 of %2</source>
        <translation>已发送 %1，共 %2</translation>
    </message>
    <message>
        <source>Sent. Waiting for the answer…</source>
        <translation>已发出，等待应答…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Issue token  Ctrl+Return</source>
        <translation>签发 token  Ctrl+回车</translation>
    </message>
    <message>
        <source>Issue token</source>
        <translation>签发 token</translation>
    </message>
    <message>
        <source>Cancel  Esc</source>
        <translation>取消  Esc</translation>
    </message>
    <message>
        <source>Cancel the request</source>
        <translation>取消请求</translation>
    </message>
    <message>
        <source>Progress of the request</source>
        <translation>请求进度</translation>
    </message>
    <message>
        <source>Busy, again in %1 s</source>
        <translation>服务忙，%1 秒后再试</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>签发</translation>
    </message>
</context>
<context>
    <name>faceid::IssueFlow</name>
    <message>
        <source>Issue in production?</source>
        <translation>在生产环境签发？</translation>
    </message>
    <message>
        <source>Profile “%1” is production: the token is real, and it may be charged.</source>
        <translation>配置“%1”是生产环境：token 真实有效，并可能计费。</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>签发</translation>
    </message>
    <message>
        <source>Issue the same once more?</source>
        <translation>再签发一次同样的请求？</translation>
    </message>
    <message>
        <source>The first request may have been answered with a token that never arrived. Issuing again with the same serial number %1 can lead to a second token and a second charge.</source>
        <translation>第一次请求可能已签发 token，只是没有送达。用同一流水号 %1 再签发，可能产生第二个 token 和第二次计费。</translation>
    </message>
    <message>
        <source>Issue again</source>
        <translation>再次签发</translation>
    </message>
    <message>
        <source>Quit while a request is under way?</source>
        <translation>请求还在进行，要退出吗？</translation>
    </message>
    <message>
        <source>The request is cancelled first. If it has already been sent, its outcome stays unknown: a token may have been issued.</source>
        <translation>会先取消请求。如果它已经发出，结果将保持未知：可能已签发 token。</translation>
    </message>
    <message>
        <source>Cancel the request and quit</source>
        <translation>取消请求并退出</translation>
    </message>
    <message numerus="yes">
        <source>Do not ask again for %n minute(s)</source>
        <translation>
            <numerusform>%n 分钟内不再询问</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>faceid::JsonTreeModel</name>
    <message>
        <source>%1 characters</source>
        <translation>%1 个字符</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n 个成员</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n element(s)</source>
        <translation>
            <numerusform>%n 个元素</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>faceid::JsonTreeView</name>
    <message>
        <source>The answer as a tree</source>
        <translation>应答（树形）</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>复制值</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>Unfold what is below</source>
        <translation>展开以下各层</translation>
    </message>
</context>
<context>
    <name>faceid::KeyPage</name>
    <message>
        <source>Add a second key pair…</source>
        <translation>添加第二个密钥对…</translation>
    </message>
    <message>
        <source>Use this one from now on</source>
        <translation>从现在起使用这一对</translation>
    </message>
    <message>
        <source>Remove this pair</source>
        <translation>删除这一对</translation>
    </message>
    <message>
        <source>Keep secrets in memory only, until you quit</source>
        <translation>密钥只保存在内存中，直到退出</translation>
    </message>
    <message>
        <source>Sign for a single use</source>
        <translation>一次性签名</translation>
    </message>
    <message>
        <source>Other api_secret</source>
        <translation>另一个 api_secret</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Key pair</source>
        <translation>密钥对</translation>
    </message>
    <message>
        <source>Ready sign</source>
        <translation>现成的签名</translation>
    </message>
    <message>
        <source>A sign made elsewhere, for SDK tokens: the secret is never on this computer</source>
        <translation>在别处生成的签名，用于 SDK 的 token：密钥从不出现在本机</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Other api_key</source>
        <translation>另一个 api_key</translation>
    </message>
    <message>
        <source>Signature valid for</source>
        <translation>签名有效期</translation>
    </message>
    <message>
        <source>This is no sign that can be read.</source>
        <translation>这不是可读的签名。</translation>
    </message>
    <message>
        <source>Of api_key %1, for a single use.</source>
        <translation>属于 api_key %1，一次性。</translation>
    </message>
    <message>
        <source>Of api_key %1, expired at %2.</source>
        <translation>属于 api_key %1，已于 %2 过期。</translation>
    </message>
    <message>
        <source>Of api_key %1, good until %2.</source>
        <translation>属于 api_key %1，有效至 %2。</translation>
    </message>
</context>
<context>
    <name>faceid::ListenPage</name>
    <message>
        <source>Check signs as</source>
        <translation>校验 sign 所用</translation>
    </message>
    <message>
        <source>Profile whose secret signs are checked with</source>
        <translation>用其 secret 校验 sign 的配置</translation>
    </message>
    <message>
        <source>Answer with</source>
        <translation>应答方式</translation>
    </message>
    <message>
        <source>How callbacks are answered</source>
        <translation>如何应答回调</translation>
    </message>
    <message>
        <source>200</source>
        <translation>200</translation>
    </message>
    <message>
        <source>500</source>
        <translation>500</translation>
    </message>
    <message>
        <source>200 after 10 seconds</source>
        <translation>10 秒后返回 200</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>不应答</translation>
    </message>
    <message>
        <source>Put both into the form</source>
        <translation>填入表单</translation>
    </message>
    <message>
        <source>Callbacks that came</source>
        <translation>收到的回调</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>sign</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Send again to</source>
        <translation>重放到</translation>
    </message>
    <message>
        <source>Address of this machine to send the chosen callback to again</source>
        <translation>把所选回调重放到的本机地址</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>重放</translation>
    </message>
    <message>
        <source>Stop listening</source>
        <translation>停止监听</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>开始监听</translation>
    </message>
    <message>
        <source>Listening. Only this machine can reach it: the built-in sandbox calls it, the service does not.</source>
        <translation>正在监听。只有本机可以访问：内置沙盒会回调它，真实服务不会。</translation>
    </message>
    <message>
        <source>Not listening.</source>
        <translation>未监听。</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>未校验</translation>
    </message>
    <message>
        <source>matches</source>
        <translation>匹配</translation>
    </message>
    <message>
        <source>DIFFERS</source>
        <translation>不匹配</translation>
    </message>
    <message>
        <source>No callback of the service.</source>
        <translation>不是服务的回调。</translation>
    </message>
    <message>
        <source>No callback has come yet.</source>
        <translation>还没有收到回调。</translation>
    </message>
    <message>
        <source>Listen, put both addresses into the form and issue a token: what the sandbox calls back at the end of the check is shown here.</source>
        <translation>开始监听，把两个地址填入表单并签发一个 token：检测结束时沙盒发来的回调会显示在这里。</translation>
    </message>
</context>
<context>
    <name>faceid::MainMenu</name>
    <message>
        <source>Issue token</source>
        <translation>签发 token</translation>
    </message>
    <message>
        <source>Cancel the request</source>
        <translation>取消请求</translation>
    </message>
    <message>
        <source>Clear the form</source>
        <translation>清空表单</translation>
    </message>
    <message>
        <source>Copy token</source>
        <translation>复制 token</translation>
    </message>
    <message>
        <source>Copy request_id</source>
        <translation>复制 request_id</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>搜索历史</translation>
    </message>
    <message>
        <source>Profiles…</source>
        <translation>配置…</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Like the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>About FaceID Console</source>
        <translation>关于 FaceID Console</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Paste a photo</source>
        <translation>粘贴照片</translation>
    </message>
    <message>
        <source>Open the end user&apos;s page</source>
        <translation>打开用户页面</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>On a photo</source>
        <translation>照片操作</translation>
    </message>
    <message>
        <source>In the history</source>
        <translation>历史操作</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>复制链接</translation>
    </message>
    <message>
        <source>Copy the Chinese message</source>
        <translation>复制中文消息</translation>
    </message>
    <message>
        <source>Copy the English message</source>
        <translation>复制英文消息</translation>
    </message>
    <message>
        <source>QR code…</source>
        <translation>二维码…</translation>
    </message>
    <message>
        <source>Presentation mode</source>
        <translation>演示模式</translation>
    </message>
    <message>
        <source>Customer screen</source>
        <translation>客户屏</translation>
    </message>
    <message>
        <source>Find a command…</source>
        <translation>查找命令…</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Choose a file, or see the photo in large</source>
        <translation>选择文件，或查看大图</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Move to the slot before or after</source>
        <translation>移到前一格或后一格</translation>
    </message>
    <message>
        <source>What can be done with the row</source>
        <translation>对此行可做的操作</translation>
    </message>
    <message>
        <source>High contrast, light</source>
        <translation>高对比度（浅色）</translation>
    </message>
    <message>
        <source>High contrast, dark</source>
        <translation>高对比度（深色）</translation>
    </message>
    <message>
        <source>The other API</source>
        <translation>切换接口</translation>
    </message>
    <message>
        <source>In the inspector</source>
        <translation>在检查器中</translation>
    </message>
    <message>
        <source>On the customer screen</source>
        <translation>在客户屏上</translation>
    </message>
    <message>
        <source>In a field</source>
        <translation>在输入框中</translation>
    </message>
    <message>
        <source>Help on the field: show or hide</source>
        <translation>字段说明：显示或隐藏</translation>
    </message>
    <message>
        <source>Undo, also of a new proposal</source>
        <translation>撤销（新生成的值也可撤销）</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Search in the inspector</source>
        <translation>在检查器中搜索</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>下一处匹配</translation>
    </message>
    <message>
        <source>Match before</source>
        <translation>上一处匹配</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Copy the value, or what is selected</source>
        <translation>复制值或选中的内容</translation>
    </message>
    <message>
        <source>Copy the path of a value</source>
        <translation>复制值的路径</translation>
    </message>
    <message>
        <source>Whole screen, or a window again</source>
        <translation>全屏，或恢复为窗口</translation>
    </message>
    <message>
        <source>Close it</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Read a token…</source>
        <translation>解读 token…</translation>
    </message>
    <message>
        <source>Shift report…</source>
        <translation>班次报表…</translation>
    </message>
    <message>
        <source>Bring back what was cleared</source>
        <translation>恢复清空的内容</translation>
    </message>
    <message>
        <source>Personal data…</source>
        <translation>个人信息…</translation>
    </message>
    <message>
        <source>Export the history…</source>
        <translation>导出历史…</translation>
    </message>
    <message>
        <source>Sandbox: what it sees and does…</source>
        <translation>沙盒：收到什么、怎样应答…</translation>
    </message>
    <message>
        <source>Edit a note, tags or ticket number</source>
        <translation>编辑备注、标签或工单号</translation>
    </message>
    <message>
        <source>Delete the row</source>
        <translation>删除记录</translation>
    </message>
    <message>
        <source>Fill the form from a cURL command…</source>
        <translation>从 cURL 命令填写表单…</translation>
    </message>
    <message>
        <source>Tokens for a sheet…</source>
        <translation>按表格签发…</translation>
    </message>
    <message>
        <source>Carry over to the other API, with what changes…</source>
        <translation>带到另一个接口，并列出变化…</translation>
    </message>
    <message>
        <source>Fill the form from an HTTP archive (HAR)…</source>
        <translation>从 HTTP 归档（HAR）填写表单…</translation>
    </message>
    <message>
        <source>Open a support bundle…</source>
        <translation>打开支持包…</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>使用指南</translation>
    </message>
    <message>
        <source>Diagnosis and network contacts…</source>
        <translation>诊断与网络联系…</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>In the user guide</source>
        <translation>用户手册中</translation>
    </message>
    <message>
        <source>Search all pages</source>
        <translation>搜索所有页面</translation>
    </message>
    <message>
        <source>Find in this page</source>
        <translation>在本页查找</translation>
    </message>
    <message>
        <source>Next match, match before</source>
        <translation>下一个、上一个匹配</translation>
    </message>
    <message>
        <source>Back, forward</source>
        <translation>后退、前进</translation>
    </message>
    <message>
        <source>First page</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>There is no page named &apos;%1&apos;.</source>
        <translation>没有名为“%1”的页面。</translation>
    </message>
    <message>
        <source>Callbacks: receive, send and check them…</source>
        <translation>回调：接收、发送并校验…</translation>
    </message>
</context>
<context>
    <name>faceid::MainWindow</name>
    <message>
        <source>The history cannot be used, so nothing can be issued: %1</source>
        <translation>历史无法使用，因此不能签发：%1</translation>
    </message>
    <message>
        <source>FaceID Console</source>
        <translation>FaceID Console</translation>
    </message>
    <message>
        <source>The keychain cannot be used, so name, ID number and photos are not kept as a draft.</source>
        <translation>无法使用密钥环，因此草稿不保存姓名、身份证号和照片。</translation>
    </message>
    <message>
        <source>Presenting: F8 to leave</source>
        <translation>演示中：F8 退出</translation>
    </message>
    <message>
        <source>Present  F8</source>
        <translation>演示模式  F8</translation>
    </message>
    <message>
        <source>Hides secrets and personal data, and enlarges the type</source>
        <translation>隐藏密钥和个人信息，并放大字体</translation>
    </message>
    <message>
        <source>Customer screen  F9</source>
        <translation>客户屏  F9</translation>
    </message>
    <message>
        <source>The QR code for the end user, on a second monitor</source>
        <translation>在第二个屏幕上向用户显示二维码</translation>
    </message>
    <message>
        <source>API</source>
        <translation>接口</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>The history of an earlier version is being brought over: %1 of %2 rows.</source>
        <translation>正在转换旧版本的历史记录：%2 条中的第 %1 条。</translation>
    </message>
    <message>
        <source>The row is deleted.</source>
        <translation>该记录已删除。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>faceid::MarkPanel</name>
    <message>
        <source>What became of the request</source>
        <translation>请求的结果</translation>
    </message>
    <message>
        <source>Cannot be found out</source>
        <translation>无法查明</translation>
    </message>
    <message>
        <source>How this was found out</source>
        <translation>如何得知</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save the mark</source>
        <translation>保存标记</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>已签发</translation>
    </message>
    <message>
        <source>Not issued</source>
        <translation>未签发</translation>
    </message>
</context>
<context>
    <name>faceid::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>faceid::MessageDialog</name>
    <message>
        <source>Messages</source>
        <translation>消息模板</translation>
    </message>
    <message>
        <source>Language of the message</source>
        <translation>消息的语言</translation>
    </message>
    <message>
        <source>Filled in: %1. {link} is the token where there is no page; a line that names only missing things is left out.</source>
        <translation>可填入：%1。没有页面时 {link} 为 token；一行中所有项都缺失时该行略去。</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Back to the original</source>
        <translation>恢复原样</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>faceid::NetworkPage</name>
    <message>
        <source>None</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>HTTP proxy</source>
        <translation>HTTP 代理</translation>
    </message>
    <message>
        <source>Host of the proxy</source>
        <translation>代理主机</translation>
    </message>
    <message>
        <source>Port of the proxy</source>
        <translation>代理端口</translation>
    </message>
    <message>
        <source>empty: the proxy asks for nobody</source>
        <translation>留空：代理不需要登录</translation>
    </message>
    <message>
        <source>Password of the proxy</source>
        <translation>代理密码</translation>
    </message>
    <message>
        <source>PEM file, only for a private certificate authority</source>
        <translation>PEM 文件，仅用于私有证书颁发机构</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Host and port</source>
        <translation>主机和端口</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Additional CA</source>
        <translation>附加 CA</translation>
    </message>
    <message>
        <source>Certificate authorities</source>
        <translation>证书颁发机构</translation>
    </message>
    <message>
        <source>PEM files (*.pem *.crt *.cer);;All files (*)</source>
        <translation>PEM 文件 (*.pem *.crt *.cer);;所有文件 (*)</translation>
    </message>
    <message>
        <source>There is no certificate in this file.</source>
        <translation>此文件中没有证书。</translation>
    </message>
</context>
<context>
    <name>faceid::NotifyPage</name>
    <message>
        <source>notify_url to check</source>
        <translation>要检查的 notify_url</translation>
    </message>
    <message>
        <source>Take it from the form</source>
        <translation>取自表单</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>The form has no notify_url.</source>
        <translation>表单中没有 notify_url。</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Looks at scheme, port, host, certificate and time to an answer. Asks for headers only; no callback is sent.</source>
        <translation>检查协议、端口、主机、证书和应答时间。只请求头部，不发送回调。</translation>
    </message>
    <message>
        <source>Cancelled. What was found until then stands below.</source>
        <translation>已取消。此前的检查结果见下。</translation>
    </message>
    <message>
        <source>The service cannot use this address. What to do stands below each line.</source>
        <translation>服务无法使用该地址。处理办法见每行下方。</translation>
    </message>
    <message>
        <source>Nothing bad was found. A way that is open from here may be closed from the service&apos;s network.</source>
        <translation>没有发现问题。从本机能通，不代表从服务的网络能通。</translation>
    </message>
</context>
<context>
    <name>faceid::OriginLine</name>
    <message>
        <source>Unlink</source>
        <translation>取消关联</translation>
    </message>
    <message>
        <source>Issue it as a request of its own</source>
        <translation>作为一次独立的请求签发</translation>
    </message>
    <message>
        <source>Repeats the attempt of %1: %2</source>
        <translation>重新签发 %1 的请求（%2）</translation>
    </message>
</context>
<context>
    <name>faceid::OutcomeCard</name>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Fill in the form and press Issue token; the answer appears here. This is the built-in sandbox: it imitates the service on this computer, and nothing leaves it.</source>
        <translation>填写表单后点击“签发 token”，结果显示在这里。当前是内置沙盒：在本机模拟服务，任何数据都不会离开这台电脑。</translation>
    </message>
    <message>
        <source>Fill in the form and press Issue token; the answer appears here.</source>
        <translation>填写表单后点击“签发 token”，结果显示在这里。</translation>
    </message>
    <message>
        <source>On its way…</source>
        <translation>发送中…</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>service %1 ms</source>
        <translation>服务 %1 ms</translation>
    </message>
    <message>
        <source>The history could not be updated, note the token now: %1</source>
        <translation>历史未能更新，请立即记下 token：%1</translation>
    </message>
    <message>
        <source>Issue again…</source>
        <translation>再次签发…</translation>
    </message>
    <message>
        <source>Issue again</source>
        <translation>再次签发</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>QR code of the token</source>
        <translation>token 的二维码</translation>
    </message>
    <message>
        <source>Usable by the SDK</source>
        <translation>SDK 可用</translation>
    </message>
    <message>
        <source>Usable</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>Result available</source>
        <translation>结果可查</translation>
    </message>
    <message>
        <source>Mark by hand…</source>
        <translation>人工标记…</translation>
    </message>
    <message>
        <source>Copy for support</source>
        <translation>复制给客服</translation>
    </message>
    <message>
        <source>request_id, time, address and code; nothing personal and no token</source>
        <translation>request_id、时间、地址和错误码；不含个人信息和 token</translation>
    </message>
    <message>
        <source>Ask the service&apos;s support with the serial number, or issue again: that can lead to a second token and a second charge.</source>
        <translation>可凭业务流水号询问服务方客服，或再次签发：那可能产生第二个 token 和第二次计费。</translation>
    </message>
</context>
<context>
    <name>faceid::PaneLayout</name>
    <message>
        <source>Divider between form and result</source>
        <translation>表单与结果之间的分隔条</translation>
    </message>
    <message>
        <source>Divider above the history</source>
        <translation>历史上方的分隔条</translation>
    </message>
</context>
<context>
    <name>faceid::PersonKeyring</name>
    <message>
        <source>The keychain is locked, so the key by which persons are found cannot be read.</source>
        <translation>密钥环已锁定，无法读取用于查找个人的密钥。</translation>
    </message>
    <message>
        <source>This session has no keychain service, so there is no key by which persons are found.</source>
        <translation>本会话没有密钥环服务，因此没有用于查找个人的密钥。</translation>
    </message>
    <message>
        <source>The keychain did not answer, so the key by which persons are found cannot be read.</source>
        <translation>密钥环没有响应，无法读取用于查找个人的密钥。</translation>
    </message>
    <message>
        <source>The keychain does not give the key by which persons are found.</source>
        <translation>密钥环没有给出用于查找个人的密钥。</translation>
    </message>
    <message>
        <source>What the keychain holds as the key by which persons are found is none. Remove the entry %1 to have a new one made; persons in earlier rows can then not be found.</source>
        <translation>密钥环里用于查找个人的密钥已不是有效的密钥。删除条目 %1 后会生成新的密钥，但此前记录中的个人将无法再查到。</translation>
    </message>
    <message>
        <source>The key by which persons are found is in %1, and %2 answers now. Start the one before.</source>
        <translation>用于查找个人的密钥保存在%1中，而现在应答的是%2。请启动原来的密钥环。</translation>
    </message>
    <message>
        <source>The keychain refuses the key by which persons are found. Allow FaceID Console to use it.</source>
        <translation>密钥环拒绝提供用于查找个人的密钥。请允许 FaceID Console 使用它。</translation>
    </message>
    <message>
        <source>The keychain does not keep the key by which persons are found.</source>
        <translation>密钥环没有保存用于查找个人的密钥。</translation>
    </message>
</context>
<context>
    <name>faceid::PhotoDialog</name>
    <message>
        <source>✓ %1 takes it</source>
        <translation>✓ %1 可用</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>Use the repaired photo</source>
        <translation>使用修复后的照片</translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>修复后</translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation>换一张…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>This picture cannot be shown.</source>
        <translation>无法显示这张图片。</translation>
    </message>
    <message>
        <source>Repair makes a copy for sending: %1.</source>
        <translation>修复会生成用于发送的副本：%1。</translation>
    </message>
    <message>
        <source>HEIC is what iPhones take. On the phone choose Settings → Camera → Formats → Most Compatible, or save the photo as JPEG with a picture viewer.</source>
        <translation>这是 iPhone 拍摄的 HEIC。请在手机上选择 设置 → 相机 → 格式 → 兼容性最佳，或用看图软件另存为 JPEG。</translation>
    </message>
    <message>
        <source>Repairing…</source>
        <translation>正在修复…</translation>
    </message>
    <message>
        <source>It cannot be repaired here. Save it as JPEG with a picture viewer and choose it again.</source>
        <translation>这里无法修复。请用看图软件另存为 JPEG 后重新选择。</translation>
    </message>
    <message>
        <source>Read it again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>The file has changed since it was chosen. What you see here is sent.</source>
        <translation>选定之后文件已被修改。发送的仍是此处显示的内容。</translation>
    </message>
    <message>
        <source>The file is not where it was. What you see here is sent.</source>
        <translation>文件已不在原处。发送的仍是此处显示的内容。</translation>
    </message>
    <message>
        <source>✓ %1 takes it: the largest of %2 faces</source>
        <translation>✓ %1 接受：取 %2 张人脸中最大的一张</translation>
    </message>
    <message>
        <source>✓ %1 takes it: the face is found by turning</source>
        <translation>✓ %1 接受：旋转后可检测到人脸</translation>
    </message>
</context>
<context>
    <name>faceid::Presentation</name>
    <message>
        <source>Presentation mode</source>
        <translation>演示模式</translation>
    </message>
</context>
<context>
    <name>faceid::PresetButton</name>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Presets ▾</source>
        <translation>预设 ▾</translation>
    </message>
    <message>
        <source>Values kept for the next requests: options, addresses, comparison</source>
        <translation>为以后的请求保存的值：选项、地址、比对方式</translation>
    </message>
    <message>
        <source>Keep this form as a preset…</source>
        <translation>把此表单存为预设…</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>%1 (built in)</source>
        <translation>%1（内置）</translation>
    </message>
    <message>
        <source>Preset %1</source>
        <translation>预设 %1</translation>
    </message>
    <message>
        <source>Start profile “%1” with</source>
        <translation>配置“%1”的起始预设</translation>
    </message>
</context>
<context>
    <name>faceid::PresetDialog</name>
    <message>
        <source>Keep as a preset</source>
        <translation>保存为预设</translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>预设名称</translation>
    </message>
    <message>
        <source>Start profile “%1” with it</source>
        <translation>以它作为配置“%1”的起始预设</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>There is a preset of this name: it is replaced.</source>
        <translation>已有同名预设，保存后会被替换。</translation>
    </message>
    <message>
        <source>Personal fields, photos and serial numbers are not kept.</source>
        <translation>个人信息、照片和流水号不会保存。</translation>
    </message>
</context>
<context>
    <name>faceid::PrivacyDialog</name>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>个人信息</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>How long the history keeps what</source>
        <translation>历史的保留期限</translation>
    </message>
    <message>
        <source>Whole rows</source>
        <translation>整行记录</translation>
    </message>
    <message>
        <source>Save, and erase what is due</source>
        <translation>保存并清除到期内容</translation>
    </message>
    <message>
        <source>Personal are name, ID number, uuid, token, what was sent and answered, notes, tags and ticket. It is done at every start and once a day.</source>
        <translation>个人信息包括姓名、身份证号、uuid、token、发送与应答的内容、备注、标签和工单号。每次启动时以及每天各清除一次。</translation>
    </message>
    <message>
        <source>Erase one person</source>
        <translation>清除某个人的信息</translation>
    </message>
    <message>
        <source>Name, ID number or uuid</source>
        <translation>姓名、身份证号或 uuid</translation>
    </message>
    <message>
        <source>The person to erase</source>
        <translation>要清除的人</translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation>清除…</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>审计记录</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>另存为 CSV…</translation>
    </message>
    <message>
        <source>What the history holds of this person is erased for good, and so are backups from before an upgrade. It cannot be undone.</source>
        <translation>历史中此人的信息将被彻底清除，升级前的备份也会删除。此操作无法撤销。</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>彻底清除</translation>
    </message>
    <message>
        <source>Erasing …</source>
        <translation>正在清除…</translation>
    </message>
    <message numerus="yes">
        <source>Personal data erased from %n row(s).</source>
        <translation>
            <numerusform>已从 %n 行中清除个人信息。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) erased.</source>
        <translation>
            <numerusform>已删除 %n 行。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) about somebody carry no key by which persons are told apart: whether they are this person&apos;s is not known.</source>
        <translation>
            <numerusform>有 %n 行涉及个人但没有用于区分个人的标识，无法判断是否属于此人。</numerusform>
        </translation>
    </message>
    <message>
        <source>Another program reads the history, so traces are left in its file until the next time.</source>
        <translation>另一个程序正在读取历史，文件中的痕迹要到下次才能清除。</translation>
    </message>
    <message numerus="yes">
        <source>%n entries, nothing was changed. Last hash: %1</source>
        <translation>
            <numerusform>共 %n 条，没有被改动。最后的散列值：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the audit trail</source>
        <translation>保存审计记录</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
</context>
<context>
    <name>faceid::ProfileDialog</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>Saving the secret in the keychain…</source>
        <translation>正在把密钥存入密钥环…</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Duplicated, but for its secrets: type those of the copy.</source>
        <translation>已复制，密钥除外：请输入副本的密钥。</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新配置</translation>
    </message>
    <message>
        <source>From now on api_key %1 is used. The one before stays beside it.</source>
        <translation>从现在起使用 api_key %1，原来的保留在旁边。</translation>
    </message>
    <message>
        <source>Removing the secrets from the keychain…</source>
        <translation>正在从密钥环删除密钥…</translation>
    </message>
    <message>
        <source>Import profiles</source>
        <translation>导入配置</translation>
    </message>
    <message>
        <source>Profiles (*.json);;All files (*)</source>
        <translation>配置 (*.json);;所有文件 (*)</translation>
    </message>
    <message numerus="yes">
        <source>%n profile(s) added. Type their secrets.</source>
        <translation>
            <numerusform>已添加 %n 个配置，请输入其密钥。</numerusform>
        </translation>
    </message>
    <message>
        <source>Export profiles</source>
        <translation>导出配置</translation>
    </message>
    <message>
        <source>Profiles (*.json)</source>
        <translation>配置 (*.json)</translation>
    </message>
    <message numerus="yes">
        <source>%n profile(s) written, without secrets.</source>
        <translation>
            <numerusform>已写出 %n 个配置，不含密钥。</numerusform>
        </translation>
    </message>
    <message>
        <source>The chosen profile</source>
        <translation>所选配置</translation>
    </message>
</context>
<context>
    <name>faceid::ProfileList</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>This profile…</source>
        <translation>此配置…</translation>
    </message>
    <message>
        <source>All profiles…</source>
        <translation>所有配置…</translation>
    </message>
</context>
<context>
    <name>faceid::QrDialog</name>
    <message>
        <source>Save as PNG…</source>
        <translation>存为 PNG…</translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation>存为 SVG…</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>二维码</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>token</translation>
    </message>
    <message>
        <source>What the code holds</source>
        <translation>二维码内容</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>This is too long for a QR code.</source>
        <translation>内容太长，无法生成二维码。</translation>
    </message>
    <message>
        <source>Save the QR code</source>
        <translation>保存二维码</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>It could not be saved: %1</source>
        <translation>无法保存：%1</translation>
    </message>
</context>
<context>
    <name>faceid::QrView</name>
    <message>
        <source>QR code hidden</source>
        <translation>二维码已隐藏</translation>
    </message>
</context>
<context>
    <name>faceid::ReportDialog</name>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>Until the end of</source>
        <translation>至（含当天）</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>另存为 PDF…</translation>
    </message>
    <message>
        <source>Shift report</source>
        <translation>班次报表</translation>
    </message>
    <message>
        <source>The report</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>保存报表</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>It could not be saved: %1</source>
        <translation>无法保存：%1</translation>
    </message>
</context>
<context>
    <name>faceid::RequestForm</name>
    <message>
        <source>Form for %1</source>
        <translation>%1 表单</translation>
    </message>
    <message>
        <source>Help on the field</source>
        <translation>字段说明</translation>
    </message>
</context>
<context>
    <name>faceid::RequestPage</name>
    <message>
        <source>%1 B</source>
        <comment>bytes</comment>
        <translation>%1 字节</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>whole body</source>
        <translation>整个请求体</translation>
    </message>
    <message>
        <source>a credential: never kept, never shown</source>
        <translation>凭证：从不保存，从不显示</translation>
    </message>
    <message>
        <source>masked</source>
        <translation>已遮盖</translation>
    </message>
    <message>
        <source>Parts of the request</source>
        <translation>请求的各部分</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Value (personal values masked)</source>
        <translation>值（个人信息已遮盖）</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
</context>
<context>
    <name>faceid::RequestsPanel</name>
    <message>
        <source>Requests as the sandbox saw them</source>
        <translation>沙盒收到的请求</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>清空列表</translation>
    </message>
    <message>
        <source>Parts of the request</source>
        <translation>请求的各部分</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>A scenario was played: %1.</source>
        <translation>执行了场景：%1。</translation>
    </message>
    <message>
        <source>Answered: %1.</source>
        <translation>已应答：%1。</translation>
    </message>
    <message>
        <source>Refused: %1.</source>
        <translation>已拒绝：%1。</translation>
    </message>
    <message>
        <source>Refused: %1. %2</source>
        <translation>已拒绝：%1。%2</translation>
    </message>
    <message>
        <source>No request yet. Issue a token with the sandbox&apos;s profile, or point a program of yours at the address above.</source>
        <translation>还没有请求。请用沙盒的配置签发一个 token，或让您自己的程序访问上面的地址。</translation>
    </message>
    <message>
        <source>Choose a request to see its parts.</source>
        <translation>选择一个请求以查看它的各部分。</translation>
    </message>
</context>
<context>
    <name>faceid::ResponseInspector</name>
    <message>
        <source>Response</source>
        <translation>响应</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>What was sent and what came back</source>
        <translation>发送与应答</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Search in the inspector</source>
        <translation>在检查器中搜索</translation>
    </message>
    <message>
        <source>Save the answer&apos;s body…</source>
        <translation>保存应答正文…</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Search what is shown; bytes as 0x89 50 4e</source>
        <translation>搜索所示内容；字节写作 0x89 50 4e</translation>
    </message>
</context>
<context>
    <name>faceid::ResponsePage</name>
    <message>
        <source>this is no file</source>
        <translation>这不是文件</translation>
    </message>
    <message>
        <source>the file could not be put in its place</source>
        <translation>文件无法放到位</translation>
    </message>
    <message>
        <source>… %1 characters left out …</source>
        <comment>in a long string</comment>
        <translation>…略去 %1 个字符…</translation>
    </message>
    <message>
        <source>The answer of the service appears here, as it came.</source>
        <translation>服务的应答原样显示在这里。</translation>
    </message>
    <message>
        <source>There is no answer.</source>
        <translation>没有应答。</translation>
    </message>
    <message>
        <source>The answer has no body.</source>
        <translation>应答没有正文。</translation>
    </message>
    <message>
        <source>The answer is not JSON (from character %1 on). Text, raw and hex show it as it came.</source>
        <translation>应答不是 JSON（从第 %1 个字符起）。文本、原文和十六进制显示其原样。</translation>
    </message>
    <message>
        <source>the first %1 lines; all of it under Hex</source>
        <translation>前 %1 行；全部内容见十六进制</translation>
    </message>
    <message>
        <source>Save the answer&apos;s body</source>
        <translation>保存应答正文</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已存为 %1</translation>
    </message>
    <message>
        <source>%1 could not be saved: %2</source>
        <translation>%1 无法保存：%2</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>树形</translation>
    </message>
    <message>
        <source>Names and values, pictures shown</source>
        <translation>名称和值，显示图片</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Indented, long strings shortened</source>
        <translation>缩进显示，长字符串缩短</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>As it came, with nothing left out</source>
        <translation>原样，无省略</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>十六进制</translation>
    </message>
    <message>
        <source>Byte by byte</source>
        <translation>逐字节</translation>
    </message>
    <message>
        <source>How the answer is shown</source>
        <translation>应答的显示方式</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>响应</translation>
    </message>
    <message>
        <source>Response as it came</source>
        <translation>应答原文</translation>
    </message>
    <message numerus="yes">
        <source>%n string(s) shortened</source>
        <translation>
            <numerusform>缩短了 %n 个字符串</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>faceid::ResultDialog</name>
    <message>
        <source>Look up</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>Result of a token</source>
        <translation>token 的结果</translation>
    </message>
    <message>
        <source>%1, serial number %2, profile %3</source>
        <translation>%1，流水号 %2，配置 %3</translation>
    </message>
    <message>
        <source>Not looked up yet.</source>
        <translation>尚未查询。</translation>
    </message>
    <message>
        <source>The biz_id of the callback</source>
        <translation>回调中的 biz_id</translation>
    </message>
    <message>
        <source>security_level that scores are read against</source>
        <translation>判读分数所用的 security_level</translation>
    </message>
    <message>
        <source>%1 (false accept rate %2)</source>
        <translation>%1（误识率 %2）</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Can be looked up until %1.</source>
        <translation>可查询至 %1。</translation>
    </message>
    <message>
        <source>Look-ups by this program so far: %1.</source>
        <translation>本程序已查询次数：%1。</translation>
    </message>
    <message>
        <source>As it was on %1.</source>
        <translation>%1 时的结果。</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>查询中…</translation>
    </message>
    <message>
        <source>Looked up at %1.</source>
        <translation>查询时间：%1。</translation>
    </message>
</context>
<context>
    <name>faceid::ResultView</name>
    <message>
        <source>Flow</source>
        <translation>流程</translation>
    </message>
    <message>
        <source>Liveness</source>
        <translation>活体</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比对</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Who must act: %1. %2</source>
        <translation>应由谁处理：%1。%2</translation>
    </message>
    <message>
        <source>The service itself called the comparison otherwise: it judged by another security_level, or contradicts itself.</source>
        <translation>服务自己的比对结论与此不同：它按另一个 security_level 判断，或自相矛盾。</translation>
    </message>
    <message>
        <source>Suspicious: %1 %2, over %3.</source>
        <translation>可疑：%1 为 %2，超过阈值 %3。</translation>
    </message>
    <message>
        <source>Said of the ID photo: %1.</source>
        <translation>关于证件照：%1。</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>比对对象</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>▸ level %1 (%2)</source>
        <translation>▸ 级别 %1（%2）</translation>
    </message>
    <message>
        <source>level %1 (%2)</source>
        <translation>级别 %1（%2）</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>未给出</translation>
    </message>
    <message>
        <source>%1 reached</source>
        <translation>%1 达到</translation>
    </message>
    <message>
        <source>%1 not reached</source>
        <translation>%1 未达到</translation>
    </message>
    <message>
        <source>%1: %2 x %3 pixels, %4 bytes</source>
        <translation>%1：%2 × %3 像素，%4 字节</translation>
    </message>
    <message>
        <source>%1: no picture that can be shown</source>
        <translation>%1：无法显示的图片</translation>
    </message>
</context>
<context>
    <name>faceid::RowExport</name>
    <message>
        <source>It could not be written: %1</source>
        <translation>无法写入：%1</translation>
    </message>
</context>
<context>
    <name>faceid::RowForms</name>
    <message>
        <source>That row is not in the history any more.</source>
        <translation>这条记录已不在历史中。</translation>
    </message>
    <message>
        <source>The profile of that row, %1, is no longer there. Open the row as a new form instead.</source>
        <translation>该记录所用的配置 %1 已不存在。请改用“在新表单中打开”。</translation>
    </message>
    <message>
        <source>This version has no form for %1.</source>
        <translation>此版本没有 %1 的表单。</translation>
    </message>
    <message>
        <source>The form has what was sent then, with the person and the photos.</source>
        <translation>表单已填入当时发送的内容，包括个人信息和照片。</translation>
    </message>
    <message>
        <source>What was sent then has been erased. Fill in the form anew.</source>
        <translation>当时发送的内容已被清除，请重新填写表单。</translation>
    </message>
    <message>
        <source>The form has what was sent then. Enter the person again and choose the photos.</source>
        <translation>表单已填入当时发送的内容。请重新输入个人信息并选择照片。</translation>
    </message>
</context>
<context>
    <name>faceid::RowMenu</name>
    <message>
        <source>What can be done with the row</source>
        <translation>对这条记录的操作</translation>
    </message>
    <message>
        <source>Copy token</source>
        <translation>复制 token</translation>
    </message>
    <message>
        <source>Copy request_id</source>
        <translation>复制 request_id</translation>
    </message>
    <message>
        <source>Copy biz_no</source>
        <translation>复制 biz_no</translation>
    </message>
    <message>
        <source>Mark by hand</source>
        <translation>人工标记</translation>
    </message>
    <message>
        <source>A token was issued</source>
        <translation>已签发 token</translation>
    </message>
    <message>
        <source>Nothing was issued</source>
        <translation>没有签发</translation>
    </message>
    <message>
        <source>Cannot be found out</source>
        <translation>无法查明</translation>
    </message>
    <message>
        <source>Take the mark back</source>
        <translation>撤销标记</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>备注…</translation>
    </message>
    <message>
        <source>Edit tags</source>
        <translation>编辑标签</translation>
    </message>
    <message>
        <source>Edit ticket number</source>
        <translation>编辑工单号</translation>
    </message>
    <message>
        <source>Open as a new form</source>
        <translation>作为新表单打开</translation>
    </message>
    <message>
        <source>Issue again, linked to this row</source>
        <translation>重新签发并关联到此记录</translation>
    </message>
    <message>
        <source>Look up the result…</source>
        <translation>查询结果…</translation>
    </message>
    <message>
        <source>Show all attempts with this serial number</source>
        <translation>显示该流水号的所有尝试</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Save as HAR…</source>
        <translation>另存为 HAR…</translation>
    </message>
    <message>
        <source>Compare the two selected rows…</source>
        <translation>比较选中的两条记录…</translation>
    </message>
    <message>
        <source>Support bundle…</source>
        <translation>支持包…</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>faceid::SandboxRequests</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Body bytes</source>
        <translation>正文字节</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>faceid::SandboxWindow</name>
    <message>
        <source>Sandbox</source>
        <translation>沙盒</translation>
    </message>
    <message>
        <source>Base address</source>
        <translation>基础地址</translation>
    </message>
    <message>
        <source>Base address of the sandbox</source>
        <translation>沙盒的基础地址</translation>
    </message>
    <message>
        <source>It is not running.</source>
        <translation>沙盒没有运行。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the base address</source>
        <translation>复制基础地址</translation>
    </message>
    <message>
        <source>How to use it</source>
        <translation>使用说明</translation>
    </message>
    <message>
        <source>api_key %1, api_secret %2: for every client on this computer while this program runs. “faceidctl sandbox” runs it alone.</source>
        <translation>api_key %1，api_secret %2：本程序运行期间，本机上的任何客户端都可使用。用“faceidctl sandbox”可单独运行。</translation>
    </message>
</context>
<context>
    <name>faceid::ScenarioPanel</name>
    <message>
        <source>What the sandbox does instead</source>
        <translation>让沙盒改为怎样应答</translation>
    </message>
    <message>
        <source>Error or fault</source>
        <translation>错误或故障</translation>
    </message>
    <message>
        <source>Error code or fault</source>
        <translation>错误码或故障</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>How many requests</source>
        <translation>对多少个请求</translation>
    </message>
    <message>
        <source>the next </source>
        <translation>接下来的 </translation>
    </message>
    <message>
        <source>all from now on</source>
        <translation>此后的全部</translation>
    </message>
    <message>
        <source>Share of them</source>
        <translation>其中的比例</translation>
    </message>
    <message>
        <source>Share of the requests</source>
        <translation>请求中的比例</translation>
    </message>
    <message>
        <source>Only where</source>
        <translation>仅当</translation>
    </message>
    <message>
        <source>Only where this field</source>
        <translation>仅当这个字段</translation>
    </message>
    <message>
        <source>any field has any value</source>
        <translation>不限字段和取值</translation>
    </message>
    <message>
        <source>has this value</source>
        <translation>等于此值</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Scenarios that stand</source>
        <translation>生效中的场景</translation>
    </message>
    <message>
        <source>Nothing is set: everything is answered as the documents say.</source>
        <translation>没有设置：一切按文档应答。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>全部移除</translation>
    </message>
</context>
<context>
    <name>faceid::SearchLine</name>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
</context>
<context>
    <name>faceid::SecretEdit</name>
    <message>
        <source>Hold to see what was typed</source>
        <translation>按住可查看输入的内容</translation>
    </message>
    <message>
        <source>Show %1 while held</source>
        <translation>按住时显示 %1</translation>
    </message>
    <message>
        <source>typed, not saved yet</source>
        <translation>已输入，尚未保存</translation>
    </message>
</context>
<context>
    <name>faceid::SecretPanel</name>
    <message>
        <source>Asking the keychain…</source>
        <translation>正在询问密钥环…</translation>
    </message>
    <message>
        <source>Fingerprint %1.</source>
        <translation>指纹 %1。</translation>
    </message>
    <message>
        <source>stored; type to replace</source>
        <translation>已保存；输入新值即替换</translation>
    </message>
</context>
<context>
    <name>faceid::SeenView</name>
    <message>
        <source>The sign was not checked: the profile&apos;s secret is not at hand.</source>
        <translation>未校验 sign：取不到该配置的 secret。</translation>
    </message>
    <message>
        <source>The sign matches: the profile&apos;s secret made it, over these bytes.</source>
        <translation>sign 匹配：确由该配置的 secret 对这些字节生成。</translation>
    </message>
    <message>
        <source>The sign differs: trust nothing in this callback.</source>
        <translation>sign 不匹配：不可相信此回调中的任何内容。</translation>
    </message>
    <message>
        <source>The history has no row with this serial number.</source>
        <translation>历史中没有该流水号的记录。</translation>
    </message>
</context>
<context>
    <name>faceid::SendCourse</name>
    <message>
        <source>Cancelled. Nothing was sent.</source>
        <translation>已取消，没有发送任何内容。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>第 %1 次，共 %2 次：%3</translation>
    </message>
</context>
<context>
    <name>faceid::SendPage</name>
    <message>
        <source>One POST of a form with data and sign, as the service sends it. What it says is marked as simulated.</source>
        <translation>与服务一样，用 POST 发送一次带 data 和 sign 的表单。其内容标明为模拟。</translation>
    </message>
    <message>
        <source>Send to</source>
        <translation>发送到</translation>
    </message>
    <message>
        <source>Address of the integration under test</source>
        <translation>被测集成的地址</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>How the check ended</source>
        <translation>核验如何结束</translation>
    </message>
    <message>
        <source>Sign as</source>
        <translation>签名所用</translation>
    </message>
    <message>
        <source>Profile whose secret signs the callback</source>
        <translation>用其 secret 给回调签名的配置</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>How often the very same callback is sent</source>
        <translation>同一个回调发送多少次</translation>
    </message>
    <message>
        <source>The very same each time: nothing may be booked twice. Stops when one is not taken.</source>
        <translation>每次完全相同：对方不得重复入账。有一次未被接收就停止。</translation>
    </message>
    <message>
        <source>Spoil the sign: the integration must not take it</source>
        <translation>弄坏 sign：被测集成不得接受</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>Body of the answer</source>
        <translation>应答正文</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>There is no profile whose secret could sign it.</source>
        <translation>没有可用其 secret 签名的配置。</translation>
    </message>
</context>
<context>
    <name>faceid::SerialWatch</name>
    <message>
        <source>Used before: %1, %2. A second request with this number is not sent; take a new one.</source>
        <translation>已用过：%1，%2。用此流水号的第二次请求不会发送；请换一个新的。</translation>
    </message>
    <message>
        <source>Used before, by a row that has been deleted. A second request with this number is not sent; take a new one.</source>
        <translation>已用过，但那条记录已被删除。用此流水号的第二次请求不会发送；请换一个新的。</translation>
    </message>
</context>
<context>
    <name>faceid::ServicePage</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>生产</translation>
    </message>
    <message>
        <source>Sandbox of your own</source>
        <translation>自己的沙盒</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Address for %1</source>
        <translation>%1 的地址</translation>
    </message>
    <message>
        <source>End user&apos;s page</source>
        <translation>终端用户页面</translation>
    </message>
</context>
<context>
    <name>faceid::SheetProblems</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>the whole row</source>
        <translation>整行</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>会被拒绝</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Row %1, %2: %3</source>
        <translation>第 %1 行，%2：%3</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>What stands there</source>
        <translation>单元格内容</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题</translation>
    </message>
</context>
<context>
    <name>faceid::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Search an action or a key</source>
        <translation>搜索操作或按键</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>操作及按键</translation>
    </message>
</context>
<context>
    <name>faceid::SignPage</name>
    <message>
        <source>Paste a sign, url-encoded or broken into lines too, or make one for the chosen profile.</source>
        <translation>粘贴一个签名（经过 URL 编码或折行的也可以），或为所选配置生成一个。</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Paste a sign</source>
        <translation>粘贴签名</translation>
    </message>
    <message>
        <source>Make one</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>With the api_key and the secret of the chosen profile</source>
        <translation>使用所选配置的 api_key 和密钥</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the sign</source>
        <translation>复制签名</translation>
    </message>
    <message>
        <source>What the sign states</source>
        <translation>签名的内容</translation>
    </message>
</context>
<context>
    <name>faceid::TextEditor</name>
    <message>
        <source>Put in a new value</source>
        <translation>换一个新值</translation>
    </message>
    <message>
        <source>New value for %1</source>
        <translation>%1 换一个</translation>
    </message>
    <message>
        <source>%1 / %2 bytes</source>
        <translation>%1 / %2 字节</translation>
    </message>
    <message>
        <source>%1 / %2 characters</source>
        <translation>%1 / %2 字符</translation>
    </message>
    <message>
        <source>born %1, check digit fits</source>
        <translation>出生日期 %1，校验位正确</translation>
    </message>
</context>
<context>
    <name>faceid::TimelinePage</name>
    <message>
        <source>%1 ms</source>
        <comment>milliseconds</comment>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>The service&apos;s own time (time_used, hatched)</source>
        <translation>服务自身用时（time_used，斜线）</translation>
    </message>
    <message>
        <source>This computer&apos;s clock</source>
        <translation>本机时钟</translation>
    </message>
    <message>
        <source>as the service&apos;s</source>
        <translation>与服务一致</translation>
    </message>
    <message>
        <source>%1 s ahead</source>
        <translation>快 %1 秒</translation>
    </message>
    <message>
        <source>%1 s behind</source>
        <translation>慢 %1 秒</translation>
    </message>
    <message>
        <source>Phases of the request as a bar</source>
        <translation>请求各阶段（条形）</translation>
    </message>
    <message>
        <source>Phases of the request</source>
        <translation>请求各阶段</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Starts at</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Where the time of a request went appears here.</source>
        <translation>这里显示请求的时间花在哪里。</translation>
    </message>
</context>
<context>
    <name>faceid::TokenDialog</name>
    <message>
        <source>Show the row</source>
        <translation>显示该行</translation>
    </message>
    <message>
        <source>Read a token</source>
        <translation>解读 token</translation>
    </message>
    <message>
        <source>Paste a biz_token, a token or a request_id</source>
        <translation>粘贴 biz_token、token 或 request_id</translation>
    </message>
    <message>
        <source>Token or request_id</source>
        <translation>token 或 request_id</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>faceid::ToolDesk</name>
    <message>
        <source>This program runs without its sandbox.</source>
        <translation>本程序运行时没有内置沙盒。</translation>
    </message>
</context>
<context>
    <name>faceid::UnresolvedLine</name>
    <message>
        <source>Issued</source>
        <translation>已签发</translation>
    </message>
    <message>
        <source>Not issued</source>
        <translation>未签发</translation>
    </message>
    <message>
        <source>Cannot be found out</source>
        <translation>无法查明</translation>
    </message>
    <message>
        <source>Mark the chosen row: %1</source>
        <translation>将所选记录标记为：%1</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Show all rows</source>
        <translation>显示全部记录</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message numerus="yes">
        <source>%Ln attempt(s) have an unknown outcome: a token may have been issued.</source>
        <translation>
            <numerusform>有 %Ln 次请求结果未知：可能已签发 token。</numerusform>
        </translation>
    </message>
    <message>
        <source>No attempt has an unknown outcome any more.</source>
        <translation>已没有结果未知的请求。</translation>
    </message>
    <message>
        <source>What became of the chosen attempt?</source>
        <translation>所选的这次请求结果如何？</translation>
    </message>
    <message>
        <source>Choose a row, find out what became of it, and say so here.</source>
        <translation>请选择一条记录，查明结果后在此标记。</translation>
    </message>
</context>
<context>
    <name>faceid::VerifyPage</name>
    <message>
        <source>Paste the fields data and sign as they were after url-decoding, or the whole form. Nothing leaves this computer.</source>
        <translation>请粘贴 URL 解码之后的字段 data 和 sign，或整个表单。内容不会离开这台电脑。</translation>
    </message>
    <message>
        <source>Check the sign as</source>
        <translation>校验 sign 所用</translation>
    </message>
    <message>
        <source>Profile whose secret the sign is checked with</source>
        <translation>用其 secret 校验 sign 的配置</translation>
    </message>
    <message>
        <source>The callback&apos;s sign</source>
        <translation>回调的 sign</translation>
    </message>
    <message>
        <source>The callback&apos;s data, or the whole form</source>
        <translation>回调的 data，或整个表单</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Issues FaceID tokens by hand.</source>
        <translation>手工签发 FaceID token。</translation>
    </message>
    <message>
        <source>Photos to put into the form.</source>
        <translation>要放进表单的照片。</translation>
    </message>
    <message>
        <source>The built-in sandbox could not be started: %1</source>
        <translation>内置沙盒无法启动：%1</translation>
    </message>
    <message>
        <source>Print how long start took and how long the window was held up at most.</source>
        <translation>输出启动用时和窗口最长卡顿。</translation>
    </message>
    <message>
        <source>With --measure: quit as soon as the window can be used.</source>
        <translation>与 --measure 同用：窗口可用时立即退出。</translation>
    </message>
    <message>
        <source>Another FaceID Console may be running, but it does not answer: %1</source>
        <translation>可能有另一个 FaceID Console 在运行，但没有应答：%1</translation>
    </message>
    <message>
        <source>Open a page as well: sandbox, callbacks, profiles, readToken or report.</source>
        <translation>同时打开一个页面：sandbox、callbacks、profiles、readToken 或 report。</translation>
    </message>
    <message>
        <source>FaceID Console</source>
        <translation>FaceID Console</translation>
    </message>
</context>
</TS>

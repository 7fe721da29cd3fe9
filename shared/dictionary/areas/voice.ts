/** Telephony, as far as an installer meets it (TR-104 issue 2). */
export const voice = `
@ sip service=VoiceService.{i}.SIP.Client.{i}.
enable Enable | bool rw | 语音账号启用 | Phone account on | 是否启用该语音账号。 | Whether the account is used.
status Status | string | 语音注册状态 | Phone registration | Up 为已注册，其他状态无法通话。 | Up is registered; else there are no calls.
username AuthUserName | string(128) rw | 语音账号 | Phone account | SIP 认证用户名。 | User name for SIP.
password AuthPassword | string(128) rw secret | 语音密码 | Phone password | SIP 认证密码，读出为空。 | Password for SIP; reads back empty.
uri RegisterURI | string rw | 语音号码 | Phone number | 注册用的 SIP 地址，一般含电话号码。 | SIP address, mostly with the number.

@ sipNetwork service=VoiceService.{i}.SIP.Network.{i}.
proxy ProxyServer | string(256) rw | SIP 代理服务器 | SIP proxy | 语音平台的代理服务器。 | Proxy of the telephony platform.
proxyPort ProxyServerPort | uint rw | SIP 代理端口 | SIP proxy port | 默认 5060。 | 5060 by default.
registrar RegistrarServer | string(256) rw | SIP 注册服务器 | SIP registrar | 语音平台的注册服务器。 | Registrar of the platform.
registrarPort RegistrarServerPort | uint rw | SIP 注册端口 | SIP registrar port | 默认 5060。 | 5060 by default.
outbound OutboundProxy | string(256) rw | SIP 出局代理 | SIP outbound proxy | 运营商要求时填写。 | Only where the operator asks for it.
domain UserAgentDomain | string(256) rw | SIP 域 | SIP domain | 用户所在域。 | Domain of the user.
`

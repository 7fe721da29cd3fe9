export const connectionRequestErrors = {
  CONNECTION_REQUEST_NO_MEANS: {
    title: '无法唤起设备',
    cause: '设备没有上报连接请求地址和 UDP 地址，也没有发送心跳。',
  },
  CONNECTION_REQUEST_NO_ROUTE: {
    title: '到不了设备',
    cause: '{{target}} 所在的网络与本机不通。',
  },
  CONNECTION_REQUEST_BLOCKED: {
    title: '本机拦截了连接请求',
    cause: '本机的防火墙或系统禁止连接 {{target}}。',
  },
  CONNECTION_REQUEST_REFUSED: {
    title: '设备拒绝连接',
    cause: '设备在线，但 {{target}} 没有程序监听：TR-069 客户端已停止，或上报的是旧端口。',
  },
  CONNECTION_REQUEST_TIMEOUT_CONNECT: {
    title: '没有响应',
    cause: '{{target}} 没有任何回应：设备断电、在别的网络，或者被它的防火墙丢弃。',
  },
  CONNECTION_REQUEST_TIMEOUT_ANSWER: {
    title: '设备接受了连接却没有答复',
    cause: '设备接受了到 {{target}} 的连接，但一直没有答复请求。',
  },
  CONNECTION_REQUEST_CLOSED: {
    title: '设备断开了连接',
    cause: '设备没有答复就关闭了到 {{target}} 的连接，有些设备第一次总会这样。',
  },
  CONNECTION_REQUEST_WRONG_PASSWORD: {
    title: '设备不接受我们的密码',
    cause: '连接请求的用户名或密码与设备上的不一致。',
  },
  CONNECTION_REQUEST_NO_CREDENTIALS: {
    title: '设备要求登录',
    cause: '设备要求连接请求的用户名和密码，而这里没有保存。',
  },
  CONNECTION_REQUEST_BASIC_ONLY: {
    title: '设备要求明文密码',
    cause: '设备只支持 Basic，密码会以明文在网络上传输。',
  },
  CONNECTION_REQUEST_UNKNOWN_CHALLENGE: {
    title: '设备要求未知的登录方式',
    cause: '设备提供的方式：{{offered}}',
  },
  CONNECTION_REQUEST_BUSY: {
    title: '设备正忙',
    cause: '设备正在会话中，或短时间内被唤起太多次（503）。',
  },
  CONNECTION_REQUEST_NOT_FOUND: {
    title: '设备不认识这个地址',
    cause: '连接请求地址的路径在上次 Inform 之后变了（{{status}}）。',
  },
  CONNECTION_REQUEST_REJECTED: {
    title: '设备拒绝了连接请求',
    cause: '设备返回 HTTP 状态 {{status}}。',
  },
  CONNECTION_REQUEST_BAD_URL: {
    title: '连接请求地址无法使用',
    cause: '设备上报的是“{{url}}”。',
  },
  CONNECTION_REQUEST_PROTOCOL_ERROR: {
    title: '设备的答复不是 HTTP',
    cause: '开头是：{{excerpt}}',
  },
  CONNECTION_REQUEST_CANCELLED: {
    title: '唤起已中止',
    cause: '设备答复之前任务已结束。',
  },
  CONNECTION_REQUEST_NO_INFORM: {
    title: '已唤起设备，但设备没有上报',
    cause: '设备收到了连接请求（{{targets}}），但没有 Inform：设备上的 ACS 地址可能是别处，或者到不了本机。',
  },
  TLS_CLIENT_CA_MISSING: {
    title: '缺少用来验证设备的证书',
    cause: '已要求客户端证书，但没有选择签发机构。',
  },
} as const

export const connectionRequestRemedies = {
  waitForInform: { text: '请等待下次 Inform，或重启设备：设备开机后会上报。', action: '' },
  checkCableAndSubnet: {
    text: '请检查电源和网线，确认设备与本机在同一网络，然后重启设备。',
    action: '检查本机网络',
  },
  checkFirewall: { text: '请在本机防火墙中允许 FieldACS 的出站和入站连接。', action: '检查本机网络' },
  rebootBox: { text: '请断电重启设备：设备开机后会上报。', action: '' },
  setConnectionRequestCredentials: {
    text: '请在下次会话中为设备设置专用的用户名和密码，或等待下次 Inform。',
    action: '设置认证信息',
  },
  allowBasic: {
    text: '重启设备即可，设备会主动上报，不需要密码。也可以允许这台设备使用 Basic 认证：同一网络里抓包就能看到密码。之后可在“认证信息”里收回。',
    action: '允许这台设备用 Basic',
  },
  waitAndRetry: { text: '请等一分钟再试。', action: '重新执行' },
  checkAcsUrl: {
    text: '请核对设备上的 ACS 地址与开始页面上的是否一致，并在防火墙放行该端口。',
    action: '查看 ACS 地址',
  },
  chooseClientCa: { text: '请在设置中选择设备证书的签发机构。', action: '打开设置' },
} as const

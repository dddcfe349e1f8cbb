import { exposures, isThisMachine } from '../config.exposure.ts'
import type { Config } from '../config.ts'
import { type Finding, failure, ok, warning } from './finding.ts'

/** What the settings promise to people, and whether it can be kept. */
export async function settingFindings(config: Config): Promise<Finding[]> {
  return [
    ...address(config),
    ...proxies(config),
    ...secret(config),
    ...passwords(config),
    ...(await mail(config)),
  ]
}

/** With a reason not to serve, `serve` refuses to start: see config.exposure.ts. */
function address(config: Config): Finding[] {
  const { publicUrl, port } = config
  const reasons = exposures(config).map(({ setting, what, todo }) => failure(`${setting}: ${what}`, todo))
  if (publicUrl === null) {
    return reasons.length > 0 ? reasons : [ok(`people on this machine reach it at http://localhost:${port}`)]
  }
  const url = new URL(publicUrl)
  const travels =
    url.protocol === 'https:' || isThisMachine(url.hostname) || !config.allowHttp
      ? ok(`people reach it at ${publicUrl}`)
      : warning(
          `people reach it at ${publicUrl}, where everything travels readable (ALLOW_HTTP)`,
          'put a proxy with TLS before it (docs/operations.md) and set PUBLIC_URL to its https:// address',
        )
  return reasons.some(({ what }) => what.startsWith('PUBLIC_URL')) ? reasons : [...reasons, travels]
}

/** Behind a proxy on this machine everyone would count as one. */
function proxies({ publicUrl, host, trustedProxies }: Config): Finding[] {
  const behind = publicUrl?.startsWith('https:') === true && isThisMachine(host)
  if (!behind || trustedProxies !== null) return []
  return [
    warning(
      'limits on sign-in count all people as one, since they come through one proxy',
      'set TRUST_PROXY=1 when that proxy adds X-Forwarded-For',
    ),
  ]
}

function secret(config: Config): Finding[] {
  if (config.databaseUrl === null || config.secret !== null) return []
  return [
    warning(
      `the secret that signs sessions is kept in ${config.dataDir}`,
      'set WEERKLANK_SECRET, the same for each process, before a second one serves the same database',
    ),
  ]
}

/** Without a file the list that comes along is what there is: 49,000 passwords, where hundreds of millions leaked. */
function passwords({ breachedPasswords }: Config): Finding[] {
  if (breachedPasswords !== null) return [ok('new passwords are looked up in the list of leaked ones')]
  return [
    warning(
      'new passwords are looked up in the short list of leaked ones only',
      'name the list in WEERKLANK_BREACHED_PASSWORDS (docs/sign-in.md)',
    ),
  ]
}

const patience = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 5_000 }

async function mail({ smtpUrl, mailFrom }: Config): Promise<Finding[]> {
  if (smtpUrl === null) {
    return [
      warning(
        'no mail server',
        'set SMTP_URL so that people can sign in by mail; until then: weerklank user link',
      ),
    ]
  }
  const from = /@localhost\b/.test(mailFrom)
    ? [warning(`mails come from ${mailFrom}`, 'set MAIL_FROM to an address of yours')]
    : []
  const { createTransport } = await import('nodemailer')
  const transport = createTransport({ url: smtpUrl, ...patience })
  try {
    await transport.verify()
    return [ok('the mail server answers'), ...from]
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return [failure(`the mail server does not take us (${reason})`, 'see SMTP_URL'), ...from]
  } finally {
    transport.close()
  }
}

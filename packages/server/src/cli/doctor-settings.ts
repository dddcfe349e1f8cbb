import { createTransport } from 'nodemailer'
import type { Config } from '../config.ts'
import { type Finding, failure, ok, warning } from './finding.ts'

/** What the settings promise to people, and whether it can be kept. */
export async function settingFindings(config: Config): Promise<Finding[]> {
  return [address(config), ...secret(config), ...(await mail(config))]
}

const thisMachine = new Set(['localhost', '127.0.0.1', '[::1]', '::1'])

function address({ publicUrl, host, port }: Config): Finding {
  if (publicUrl === null) {
    if (thisMachine.has(host)) return ok(`people on this machine reach it at http://localhost:${port}`)
    return warning(
      'PUBLIC_URL is not set',
      'set it to the address people use: links in mails and QR codes are made from it',
    )
  }
  const url = new URL(publicUrl)
  if (url.protocol === 'https:' || thisMachine.has(url.hostname)) return ok(`people reach it at ${publicUrl}`)
  return warning(
    `people reach it at ${publicUrl}, where everything travels readable`,
    'put a proxy with TLS before it (docs/operations.md) and set PUBLIC_URL to its https:// address',
  )
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

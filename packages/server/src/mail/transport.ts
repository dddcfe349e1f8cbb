import type { MailProblem } from '@weerklank/core/shared/mail-problem'
import { isThisMachine } from '../config.exposure.ts'
import type { Delivery, Transport } from './mail.ts'
import { headerText, isMailAddress } from './mailbox.ts'

// A mail server that is slow is tried again later; it keeps nothing else waiting.
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }

/**
 * Opens the way to the mail server of `smtp://` or `smtps://user:password@host:port`. To another machine everything goes
 * over TLS or not at all; what stands after `?` in the address (nodemailer's options) decides otherwise if need be.
 */
export function openTransport(of: { smtpUrl: string; from: string }): Transport {
  const url = new URL(of.smtpUrl)
  const settings = {
    url: of.smtpUrl,
    ...patience,
    requireTLS: url.protocol === 'smtp:' && !isThisMachine(url.hostname),
    // Nothing that stands in a mail can make us read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  }
  // Loaded with the first mail: most installations of one practice never send one.
  const transport = async () => (await import('nodemailer')).createTransport(settings)
  let opened: ReturnType<typeof transport> | undefined
  const domain = /@([\w.-]+)/.exec(of.from)?.[1] ?? 'localhost'
  return {
    deliver: async (mail, id) => {
      if (!isMailAddress(mail.to)) return { sent: false, problem: 'address', isFinal: true }
      try {
        opened ??= transport()
        await (await opened).sendMail({
          from: of.from,
          to: { name: headerText(mail.name ?? ''), address: mail.to },
          subject: headerText(mail.subject),
          text: mail.text,
          ...(mail.html && { html: mail.html }),
          messageId: `<${id}@${domain}>`,
          textEncoding: 'quoted-printable',
          // RFC 3834: no holiday answers to what a machine sent.
          headers: {
            ...{ 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
            ...(mail.unsubscribeUrl && oneTap(mail.unsubscribeUrl)),
          },
        })
        return { sent: true }
      } catch (error) {
        return failed(error)
      }
    },
  }
}

/** RFC 8058: the mail program posts there itself, so that nobody who only looks at a link stops anything. */
const oneTap = (url: string) => ({
  'List-Unsubscribe': `<${url}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
})

// The codes of nodemailer: https://nodemailer.com/errors
const problems: Readonly<Record<string, MailProblem>> = {
  EAUTH: 'login',
  ENOAUTH: 'login',
  ETLS: 'tls',
  EREQUIRETLS: 'tls',
  EENVELOPE: 'address',
  EMESSAGE: 'refused',
}

function failed(error: unknown): Delivery {
  const cause = error instanceof Error ? error : new Error('Unknown', { cause: error })
  const code = 'code' in cause ? String(cause.code) : ''
  const answered = 'responseCode' in cause ? Number(cause.responseCode) : 0
  const known = problems[code] ?? 'away'
  const problem = known === 'away' && isAboutTrust(cause) ? 'tls' : known
  // 5xx is for good (RFC 5321, 4.2.1). Not for a login: that is ours to mend.
  const isFinal = answered >= 500 && (problem === 'address' || problem === 'refused')
  return { sent: false, problem, isFinal, cause: withoutContent(cause, code) }
}

/** A certificate that is not to be believed comes as an error of the socket. */
function isAboutTrust(error: Error): boolean {
  return /certificate|self.signed|ssl|tls|altname/i.test(error.message)
}

/** The server's answer may repeat the address, and the command says it: the log gets the code alone. */
function withoutContent(error: Error, code: string): Error {
  const bare = new Error(`SMTP ${code || error.name}`)
  bare.name = 'MailError'
  return bare
}

import type { MailProblem } from '@weerklank/core/shared/mail-problem'
import type { Log } from '../http/log.ts'

/** A mail to one person. What has a link for one person only goes by `Mailer.send`; everything else by the outbox. */
export type Mail = {
  to: string
  name?: string
  subject: string
  text: string
  html?: string
  /** Where a mail program may post that no more of these need come (RFC 8058). */
  unsubscribeUrl?: string
}

/** Whether the mail server took it. `isFinal`: it never will, so trying again is of no use. */
export type Delivery =
  | { sent: true }
  | { sent: false; problem: MailProblem; isFinal?: boolean; cause?: Error }

/** A way to a mail server. The id becomes the Message-ID: a mail that is sent again is the same mail. */
export type Transport = { deliver: (mail: Mail, id: string) => Promise<Delivery> }

/** Sends a mail at once and keeps it nowhere; never throws, so that a mail server that is away stops nobody's work. */
export type Mailer = {
  send: (mail: Mail) => Promise<void>
  /** False where no mail server is configured: screens then do not offer what needs one. */
  isConfigured: boolean
}

/** Told when a mail could not be sent: that it was meant, for whom, and why it failed. Never what stood in it. */
export type Missed = (mail: { to: string; subject: string; problem: MailProblem }) => Promise<void>

type Settings = { transport: Transport | null; onMissed?: Missed }

/** Mail through a mail server, or to nobody when there is none. */
export function openMailer(settings: Settings, log: Log): Mailer {
  const { transport } = settings
  return {
    isConfigured: transport !== null,
    send: async (mail) => {
      const id = crypto.randomUUID()
      const delivery: Delivery =
        transport === null ? { sent: false, problem: 'no-server' } : await transport.deliver(mail, id)
      if (delivery.sent) return
      logMissed(log, delivery)
      const { to, subject } = mail
      await settings.onMissed?.({ to, subject, problem: delivery.problem }).catch((error: unknown) => {
        log.error({ err: error }, 'That a mail was not sent could not be noted')
      })
    },
  }
}

/** One line for whoever looks after the server, without address, subject or link. */
export function logMissed(log: Log, { problem, cause }: Delivery & { sent: false }): void {
  if (problem === 'no-server') {
    log.warn({}, 'A mail was not sent: set SMTP_URL to a mail server')
    return
  }
  log.error(
    { ...(cause === undefined ? {} : { err: cause }), problem },
    'A mail could not be handed to the mail server',
  )
}

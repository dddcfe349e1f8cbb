import { createTransport } from 'nodemailer'
import type { Log } from '../http/log.ts'

export type Mail = { to: string; subject: string; text: string }

/** Sends mail; never throws, so that a mail server that is away stops nobody's work. */
export type Mailer = {
  send: (mail: Mail) => Promise<void>
  /** False where no mail server is configured: screens then do not offer what needs one. */
  isConfigured: boolean
}

/** Mail through an SMTP server (`smtp://user:password@host:port`), or to nobody when there is none. */
export function openMailer(config: { smtpUrl: string | null; from: string }, log: Log): Mailer {
  const transport = config.smtpUrl === null ? null : createTransport(config.smtpUrl)
  return {
    isConfigured: transport !== null,
    send: async (mail) => {
      if (transport === null) {
        log.warn({}, 'A mail was not sent: set SMTP_URL to a mail server')
        return
      }
      try {
        await transport.sendMail({ from: config.from, ...mail })
      } catch (error) {
        log.error({ err: error }, 'A mail could not be handed to the mail server')
      }
    },
  }
}

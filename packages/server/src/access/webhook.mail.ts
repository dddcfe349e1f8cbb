import { failingDays } from '@weerklank/core/access/webhook'
import type { Language } from '@weerklank/core/shared/language'
import { type Letter, letterMail, nameInMail } from '../mail/letter.ts'
import type { Mail } from '../mail/mail.ts'

type Stopped = { to: { name: string; address: string }; host: string; publicUrl: string }

/** That a program is told nothing any more. It names the machine, and nothing of what was told. */
export function stoppedMail(of: Stopped): Mail {
  return letterMail({ to: of.to, publicUrl: of.publicUrl, letters: [letter('nl', of), letter('en', of)] })
}

function letter(language: Language, of: Stopped): Letter {
  const [name, host] = [of.to.name, of.host].map(nameInMail)
  const url = new URL('/koppelingen', of.publicUrl).href
  if (language === 'nl') {
    return {
      language,
      subject: 'Berichten aan een ander programma zijn uitgezet',
      greeting: `Dag ${name},`,
      before: [
        `Al ${failingDays} dagen komt er niets aan bij ${host}. Daarom sturen we er niets meer heen.`,
        'Op de pagina Koppelingen staat wat er misging. Daar kan het weer aan.',
      ],
      link: { label: 'Naar Koppelingen', url },
    }
  }
  return {
    language,
    subject: 'Messages to another program were switched off',
    greeting: `Hello ${name},`,
    before: [
      `For ${failingDays} days nothing has arrived at ${host}. So we send nothing there any more.`,
      'The page Connections says what went wrong. It can be switched on again there.',
    ],
  }
}

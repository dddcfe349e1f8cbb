import { screenLanguage } from '@weerklank/core/shared/language'
import { type Phrase, wordsTo } from '@weerklank/core/shared/spoken'
import type { World } from '../deps.ts'
import { letterMail, nameInMail } from '../mail/letter.ts'
import { checkLinkKind, enqueueMail } from '../mail/outbox.ts'
import type { Trx } from '../schema.ts'
import type { BuddyLearner } from './buddy.load.ts'
import { newLearnerLink } from './own/own.links.ts'

/** Below the root of a learner's own pages. */
export const buddyBelow = '/maatje'

const nl = {
  hello: { u: 'Goedendag,', je: 'Hallo,' },
  subject: { u: 'U hebt een maatje', je: 'Je hebt een maatje' },
  told: {
    u: 'Uw maatje in het leertraject is bekend. Op uw pagina ziet u wie het is.',
    je: 'Je maatje in het leertraject is bekend. Op je pagina zie je wie het is.',
  },
  task: {
    u: 'De opdracht is klein: drie korte gesprekken van een half uur. De data staan klaar voor uw agenda.',
    je: 'De opdracht is klein: drie korte gesprekken van een half uur. De data staan klaar voor je agenda.',
  },
  open: { u: 'Naar uw maatje', je: 'Naar je maatje' },
  private: 'Wat maatjes samen bespreken, blijft van hen.',
  from: 'Deze mail komt van {name}.',
} as const satisfies Readonly<Record<string, Phrase>>

const en: Readonly<Record<keyof typeof nl, string>> = {
  hello: 'Hello,',
  subject: 'You have a buddy',
  told: 'Your buddy in the learning trajectory is known. Your page says who it is.',
  task: 'The task is small: three short talks of half an hour. The dates are ready for your calendar.',
  open: 'To your buddy',
  private: 'What buddies talk about stays theirs.',
  from: 'This mail comes from {name}.',
}

/**
 * The letter to one buddy, with a link of her own. It does not say who the other is: somebody else may read the mail. False when
 * no address of hers is known.
 */
export async function mailBuddy(
  trx: Trx,
  deps: { world: World; publicUrl: string },
  { learner, workspace }: { learner: BuddyLearner; workspace: string },
): Promise<boolean> {
  if (learner.email === '') return false
  const { url } = await newLearnerLink(trx, deps, { learner })
  const language = screenLanguage(learner.language)
  const words = wordsTo({ nl, en }, { language, address: learner.address })
  const mail = letterMail({
    to: { name: '', address: learner.email },
    publicUrl: deps.publicUrl,
    letters: [
      {
        ...{ language, subject: words.subject, greeting: words.hello, before: [words.told, words.task] },
        link: { label: words.open, url: `${url}${buddyBelow}` },
        after: [words.private, words.from.replace('{name}', () => nameInMail(workspace))],
      },
    ],
  })
  // Of the kind that is forgotten once it is sent: it holds her link.
  await enqueueMail(trx, deps.world, { workspace: learner.workspace_id, kind: checkLinkKind, mail })
  return true
}

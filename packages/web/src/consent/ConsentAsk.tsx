import type { ConsentChoice, ConsentReceipt } from '@weerklank/core/consent/consent.contract'
import type { RelationPerson } from '@weerklank/core/consent/person.contract'
import { purposeWord } from '@weerklank/core/consent/purpose.words'
import { useState } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { notify } from '../ui/notices.ts'
import { ConsentAskForm } from './ConsentAskForm.tsx'
import { ConsentReceiptView } from './ConsentReceiptView.tsx'
import { consentAskText } from './consent-ask.text.ts'
import { type MadeLink, OwnPageLink } from './OwnPageLink.tsx'

type Props = {
  relation: string
  person: RelationPerson
  /** What is asked; undefined while nothing is. */
  choice: ConsentChoice | undefined
  onClose: () => void
}

type Outcome = { receipt: ConsentReceipt } | { link: MadeLink } | null

/** Asks one thing: the text, then how and what was chosen; after it the link, or what a withdrawal did. */
export function ConsentAsk({ choice, ...rest }: Props) {
  const language = useLanguage()
  const title = choice === undefined ? '' : purposeWord(choice.purpose, language)
  return (
    <Dialog open={choice !== undefined} title={title} onClose={rest.onClose}>
      {choice !== undefined && <Steps choice={choice} {...rest} />}
    </Dialog>
  )
}

function Steps({ relation, person, choice, onClose }: Props & { choice: ConsentChoice }) {
  const text = useText(consentAskText)
  const [outcome, setOutcome] = useState<Outcome>(null)

  function handleRecorded(receipt: ConsentReceipt | null) {
    notify({ text: text.saved(person.name) })
    if (receipt === null) onClose()
    else setOutcome({ receipt })
  }

  return (
    <>
      {outcome === null && (
        <ConsentAskForm
          relation={relation}
          person={person}
          choice={choice}
          onRecorded={handleRecorded}
          onLink={(link) => setOutcome({ link })}
        />
      )}
      {outcome !== null && 'receipt' in outcome && (
        <ConsentReceiptView receipt={outcome.receipt} name={person.name} onClose={onClose} />
      )}
      {outcome !== null && 'link' in outcome && <OwnPageLink made={outcome.link} />}
    </>
  )
}

import type { Experience } from '@weerklank/core/library/library.contract'
import { useState } from 'react'
import { newId } from '../api/new-id.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Section } from '../ui/Section.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { itemText } from './item.text.ts'
import { useUses } from './library.queries.ts'

type Props = { item: string; experience: Experience }

/** How often an item helped, in counts and words without names; and what one says about it oneself. */
export function ItemExperience({ item, experience }: Props) {
  const text = useText(itemText)
  const { helped, didNot, words } = experience
  return (
    <Section title={text.helped} intro={text.helpedIntro}>
      <div className="wk-stack wk-library-text">
        <p role="status">{text.counts(helped, didNot)}</p>
        {words.length > 0 && (
          <>
            <h3>{text.wordsOf}</h3>
            <ul className="wk-lines">
              {words.map((one) => (
                <li key={`${one.helped} ${one.words}`}>
                  “{one.words}”{' '}
                  <span className="wk-muted wk-small">{one.helped ? text.itHelped : text.itDidNot}</span>
                </li>
              ))}
            </ul>
          </>
        )}
        <SayHelped item={item} />
        <Mine item={item} mine={experience.mine} />
      </div>
    </Section>
  )
}

function SayHelped({ item }: { item: string }) {
  const text = useText(itemText)
  const { say } = useUses(item)
  const [id, setId] = useState(newId)
  const [words, setWords] = useState('')
  async function tell(helped: boolean) {
    if (say.isPending) return
    try {
      await say.mutateAsync({ id, helped, words })
      setId(newId())
      setWords('')
    } catch {
      // Said below the buttons.
    }
  }
  return (
    <div className="wk-stack wk-no-print">
      <TextArea
        id="kennis-woorden"
        label={text.words}
        hint={`${text.wordsHint} ${text.smallTeam}`}
        optional
        maxLength={500}
        value={words}
        onChange={setWords}
      />
      <p className="wk-actions">
        <Button icon="check" busy={say.isPending} onClick={() => void tell(true)}>
          {text.didHelp}
        </Button>
        <Button busy={say.isPending} onClick={() => void tell(false)}>
          {text.didNotHelp}
        </Button>
      </p>
      <div role="alert">{say.error !== null && <p className="wk-field__error">{say.error.message}</p>}</div>
    </div>
  )
}

function Mine({ item, mine }: { item: string; mine: Experience['mine'] }) {
  const text = useText(itemText)
  const { takeBack } = useUses(item)
  if (mine.length === 0) return null
  return (
    <div className="wk-no-print">
      <h3>{text.mine}</h3>
      <ul className="wk-lines">
        {mine.map((use) => (
          <li key={use.id} className="wk-row">
            <span>
              {use.helped ? text.didHelp : text.didNotHelp}
              {use.words !== '' && `: “${use.words}”`}
            </span>
            <TextButton onClick={() => takeBack.mutate(use.id)}>{text.takeBack}</TextButton>
          </li>
        ))}
      </ul>
    </div>
  )
}

import {
  type PracticeAdditionKind,
  practiceAdditionAtMost,
  practiceAdditionKinds,
} from '@weerklank/core/library/practice'
import type { PracticeAddition, PracticeDetail } from '@weerklank/core/library/practice.contract'
import { shortDay } from '@weerklank/core/shared/day-words'
import { useState } from 'react'
import { newId } from '../api/new-id.ts'
import { useNow } from '../language/use-now.ts'
import { useDaySeen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { Section } from '../ui/Section.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { PracticeConcerns } from './PracticeConcerns.tsx'
import { PracticeTakeDown } from './PracticeTakeDown.tsx'
import { useAddToPractice, useRemovePracticeAddition } from './practice.queries.ts'
import { practiceText } from './practice.text.ts'

/** What colleagues do besides, or how it went with them. */
export function PracticeAdditions({ story }: { story: PracticeDetail }) {
  const text = useText(practiceText)
  return (
    <>
      <Section title={text.additions}>
        {story.list.length === 0 ? (
          <p className="wk-muted">{text.noAdditions}</p>
        ) : (
          <ul className="wk-lines">
            {story.list.map((one) => (
              <Addition key={one.id} story={story.id} addition={one} />
            ))}
          </ul>
        )}
      </Section>
      <div className="wk-no-print">
        <AddForm key={story.list.length} story={story.id} />
      </div>
    </>
  )
}

function Addition({ story, addition }: { story: string; addition: PracticeAddition }) {
  const text = useText(practiceText)
  const seen = useDaySeen(useNow())
  const remove = useRemovePracticeAddition(story)
  return (
    <li>
      <p className="wk-practice__text">
        <strong>{text.additionKinds[addition.kind]}</strong> {addition.text}
      </p>
      <p className="wk-muted wk-small">{text.by(addition.author, shortDay(addition.at, seen))}</p>
      {addition.isHidden && <p className="wk-practice__hidden">{text.isHidden}</p>}
      <div className="wk-actions wk-no-print">
        {addition.isMine ? (
          <Button variant="quiet" busy={remove.isPending} onClick={() => remove.mutate(addition.id)}>
            {text.takeBack}
          </Button>
        ) : (
          <PracticeTakeDown story={story} addition={addition.id} />
        )}
      </div>
    </li>
  )
}

/** Shut after each addition: the page gives it a new key then. */
function AddForm({ story }: { story: string }) {
  const text = useText(practiceText)
  const [id] = useState(newId)
  const [kind, setKind] = useState<PracticeAdditionKind>('also')
  const [words, setWords] = useState('')
  const [kept, setKept] = useState<readonly string[]>([])
  const [isEmpty, setEmpty] = useState(false)
  const add = useAddToPractice(story)
  const concerns = add.data?.concerns ?? []
  function handleSubmit(event: React.FormEvent) {
    event.preventDefault()
    setEmpty(words.trim() === '')
    if (words.trim() !== '') add.mutate({ addition: id, kind, text: words, kept: [...kept] })
  }
  const error = isEmpty && words.trim() === '' ? text.addEmpty : add.error?.message
  return (
    <Section title={text.addTitle}>
      <form className="wk-stack wk-practice__form" noValidate onSubmit={handleSubmit}>
        <RadioGroup
          id="aanvulling-soort"
          label={text.addKind}
          value={kind}
          options={practiceAdditionKinds.map((value) => ({ value, label: text.additionKinds[value] }))}
          onChange={setKind}
        />
        <TextArea
          id="aanvulling"
          label={text.addText}
          hint={text.addHint}
          {...(error !== undefined && { error })}
          rows={3}
          maxLength={practiceAdditionAtMost}
          value={words}
          onChange={setWords}
        />
        <div aria-live="polite">
          {concerns.length > 0 && (
            <PracticeConcerns id="aanvulling" concerns={concerns} kept={kept} onKeep={setKept} />
          )}
        </div>
        <div className="wk-actions">
          <Button variant="primary" type="submit" busy={add.isPending}>
            {text.add}
          </Button>
        </div>
      </form>
    </Section>
  )
}

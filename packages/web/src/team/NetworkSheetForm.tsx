import { type Often, oftens, type Useful, usefuls } from '@weerklank/core/team/network'
import type { NetworkSheet } from '@weerklank/core/team/network.contract'
import { oftenWord, usefulWord } from '@weerklank/core/team/network.words'
import { type SubmitEvent, useState } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { useTellNetwork, useUntellNetwork } from './network.queries.ts'
import { networkText } from './network.text.ts'

type Person = NetworkSheet['people'][number]
type Answer = { often: Often | 'skipped'; useful: Useful | 'untold' }
type Answers = Readonly<Record<string, Answer>>

const blank: Answer = { often: 'skipped', useful: 'untold' }

function answersOf({ mine }: NetworkSheet): Answers {
  return Object.fromEntries(
    (mine ?? []).map(({ to, often, useful }) => [to, { often, useful: useful ?? 'untold' }]),
  )
}

/** Two questions about each who said yes, by side; everything can be skipped, and nothing is chosen beforehand. */
export function NetworkSheetForm({
  relation,
  wave,
  sheet,
}: {
  relation: string
  wave: string
  sheet: NetworkSheet
}) {
  const text = useText(networkText)
  const tell = useTellNetwork({ relation, wave })
  const untell = useUntellNetwork({ relation, wave })
  const [answers, setAnswers] = useState(() => answersOf(sheet))
  const [isChanged, setChanged] = useState(false)
  const [side, setSide] = useState<string>('alle')
  if (sheet.people.length === 0) return <p>{text.nobody}</p>
  const shown = sheet.people.filter(({ sides }) => side === 'alle' || sides.some((one) => one === side))
  function handleAnswer(person: Person, change: Partial<Answer>) {
    setChanged(true)
    setAnswers({ ...answers, [person.participant]: { ...blank, ...answers[person.participant], ...change } })
  }
  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    if (tell.isPending) return
    const ties = sheet.people.flatMap(({ participant }) => {
      const { often, useful } = answers[participant] ?? blank
      return often === 'skipped'
        ? []
        : [{ to: participant, often, useful: useful === 'untold' ? null : useful }]
    })
    tell.mutate({ ties }, { onSuccess: () => setChanged(false) })
  }
  const standing = isChanged
    ? text.unsaved
    : untell.isSuccess && sheet.mine === null
      ? text.takenBack
      : tell.isSuccess
        ? text.kept
        : ''
  return (
    <form noValidate className="wk-stack wk-stack--wide" onSubmit={handleSubmit}>
      <h3>{text.fill}</h3>
      <p>
        {text.fillIntro} {text.skip}
      </p>
      <SelectField
        id="kaart-kant"
        label={text.side}
        value={side}
        options={[
          { value: 'alle', label: text.allSides },
          ...sheet.sides.map(({ id, name }) => ({ value: id as string, label: name })),
        ]}
        onChange={(one) => setSide(one ?? 'alle')}
      />
      <Sides {...{ sheet, shown, answers }} onAnswer={handleAnswer} />
      <FormEnd error={tell.error?.message} busy={tell.isPending}>
        {text.keep}
      </FormEnd>
      <p role="status">{standing}</p>
      {sheet.mine !== null && (
        <div className="wk-actions">
          <Button
            variant="quiet"
            busy={untell.isPending}
            onClick={() => untell.mutate(undefined, { onSuccess: () => setAnswers({}) })}
          >
            {text.takeBack}
          </Button>
        </div>
      )}
    </form>
  )
}

type Shown = {
  sheet: NetworkSheet
  shown: readonly Person[]
  answers: Answers
  onAnswer: (person: Person, change: Partial<Answer>) => void
}

/** Under the first side of each: somebody of two sides is asked about once. */
function Sides({ sheet, shown, answers, onAnswer }: Shown) {
  return sheet.sides.map((side) => {
    const people = shown.filter(({ sides }) => sides[0] === side.id)
    if (people.length === 0) return null
    return (
      <section key={side.id} className="wk-stack" aria-labelledby={`kant-${side.id}`}>
        <h3 id={`kant-${side.id}`}>{side.name}</h3>
        {people.map((person) => (
          <PersonFields
            key={person.participant}
            person={person}
            answer={answers[person.participant] ?? blank}
            onAnswer={(change) => onAnswer(person, change)}
          />
        ))}
      </section>
    )
  })
}

type Asked = { person: Person; answer: Answer; onAnswer: (change: Partial<Answer>) => void }

function PersonFields({ person, answer, onAnswer }: Asked) {
  const text = useText(networkText)
  const language = useLanguage()
  const { participant, name } = person
  const oftenOptions = oftens.map((value) => ({ value, label: oftenWord(value, language) }))
  const usefulOptions = usefuls.map((value) => ({ value, label: usefulWord(value, language) }))
  return (
    <div className="wk-network-person">
      <RadioGroup<Answer['often']>
        id={`vaak-${participant}`}
        label={text.often(name)}
        value={answer.often}
        options={[...oftenOptions, { value: 'skipped', label: text.skipped }]}
        onChange={(often) => onAnswer({ often })}
      />
      {answer.often !== 'skipped' && answer.often !== 'never' && (
        <RadioGroup<Answer['useful']>
          id={`nut-${participant}`}
          label={text.useful(name)}
          value={answer.useful}
          options={[...usefulOptions, { value: 'untold', label: text.untold }]}
          onChange={(useful) => onAnswer({ useful })}
        />
      )}
    </div>
  )
}

import type { FormItem, FormModel } from '@weerklank/core/feedback/form'
import { addItem, type BuildKind, buildKinds, findItem, newItem } from '@weerklank/core/feedback/form.build'
import { type SubmitEvent, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Section } from '../ui/Section.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { FormBuildItem } from './FormBuildItem.tsx'
import { formBuildText } from './form-build.text.ts'
import { type Build, focusSoon, partId } from './form-build.ts'

type Props = { build: Build; form: FormModel; opened: string | null }

/** The questions in their order, one open at a time, and adding one. */
export function FormBuildItems({ build, form, opened }: Props) {
  const text = useText(formBuildText)
  const lines = [...linesOf(form.items)]
  return (
    <Section title={text.questions} intro={text.questionsIntro}>
      {lines.length === 0 && <p className="wk-muted">{text.none}</p>}
      <ol className="wk-build__items">
        {lines.map(({ item, depth }, at) => (
          <li key={item.linkId} className="wk-build__item" data-depth={Math.min(depth, 4)}>
            <FormBuildItem
              build={build}
              form={form}
              item={item}
              place={at + 1}
              isOpen={item.linkId === opened}
            />
          </li>
        ))}
      </ol>
      <AddItem build={build} opened={opened} />
    </Section>
  )
}

function* linesOf(items: readonly FormItem[], depth = 0): Generator<{ item: FormItem; depth: number }> {
  for (const item of items) {
    yield { item, depth }
    yield* linesOf(item.items ?? [], depth + 1)
  }
}

const kinds = [...buildKinds, 'score'] as const

/** After the open question, in the open group, or else at the end. */
function AddItem({ build, opened }: Pick<Props, 'build' | 'opened'>) {
  const text = useText(formBuildText)
  const [kind, setKind] = useState<(typeof kinds)[number]>('choice')
  function handleAdd(event: SubmitEvent) {
    event.preventDefault()
    const form = build.draft.state().now
    const item = made(form, kind)
    const beside = opened === null ? undefined : findItem(form, opened)
    const place =
      beside === undefined
        ? null
        : beside.kind === 'group'
          ? { inside: beside.linkId }
          : { after: beside.linkId }
    build.draft.change((now) => addItem(now, item, place))
    build.open(item.linkId)
    build.say(text.added(text.kind[kind]))
    focusSoon(partId('tekst', item.linkId))
  }
  return (
    <form className="wk-build__add" onSubmit={handleAdd}>
      <SelectField
        id="bouw-soort"
        label={text.addWhat}
        value={kind}
        options={kinds.map((value) => ({ value, label: text.kind[value] }))}
        onChange={(chosen) => chosen !== null && setKind(chosen)}
      />
      <Button type="submit" icon="plus">
        {text.add}
      </Button>
    </form>
  )
}

function made(form: FormModel, kind: BuildKind | 'score'): FormItem {
  return kind === 'score' ? { ...newItem(form, 'decimal'), readOnly: true } : newItem(form, kind)
}

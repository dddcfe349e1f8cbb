import type { GlossaryMeaning, GlossaryWord } from '@weerklank/core/team/glossary.contract'
import { type FormEvent, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { FormEnd } from '../ui/FormEnd.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { useGiveMeaning } from './glossary.queries.ts'
import { glossaryText } from './glossary.text.ts'

type Props = { relation: string; word: GlossaryWord; mine: GlossaryMeaning | undefined }

/** What one means by a word oneself: with one's name, or handed to the table. */
export function GlossaryMine({ relation, word, mine }: Props) {
  const text = useText(glossaryText)
  const give = useGiveMeaning({ relation, word: word.id })
  const [words, setWords] = useState(mine?.text ?? '')
  const [from, setFrom] = useState<'me' | 'table'>('me')
  const [isMissing, setMissing] = useState(false)
  function handleSubmit(event: FormEvent) {
    event.preventDefault()
    setMissing(words.trim() === '')
    if (words.trim() === '' || give.isPending) return
    // What was handed over is hers no more, so that it leaves her form.
    give.mutate({ text: words, from }, { onSuccess: () => from === 'table' && setWords('') })
  }
  const id = (field: string) => `${field}-${word.id}`
  return (
    <form className="wk-stack wk-glossary-form" noValidate onSubmit={handleSubmit}>
      <TextArea
        {...{ id: id('mine'), label: text.mine, hint: text.mineHint, maxLength: 1_000, value: words }}
        error={isMissing ? text.textMissing : undefined}
        onChange={setWords}
      />
      <RadioGroup
        {...{ id: id('from'), label: text.fromWhom, value: from, onChange: setFrom }}
        options={[
          { value: 'me', label: text.asMe },
          { value: 'table', label: text.asTable, hint: text.asTableHint },
        ]}
      />
      <FormEnd error={give.error?.message} busy={give.isPending} variant="outline">
        {text.keep}
      </FormEnd>
    </form>
  )
}

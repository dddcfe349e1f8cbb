import { itemMoments } from '@weerklank/core/library/item'
import { itemMomentWords } from '@weerklank/core/library/item.words'
import { relationContexts, relationKinds, situations, situationsOf } from '@weerklank/core/relation/relation'
import { contextWord, kindWord, situationWord } from '@weerklank/core/relation/relation.words'
import { sentenceStart } from '@weerklank/core/shared/sentence-start'
import { useLanguage, useText } from '../language/use-text.ts'
import { TextField } from '../ui/TextField.tsx'
import type { PartProps } from './item-draft.ts'
import { itemFormText } from './item-form.text.ts'
import { libraryText } from './library.text.ts'
import { OneChoice } from './OneChoice.tsx'

/** What an item takes and where it fits. */
export function ItemNeeds({ draft, errorAt, onChange }: PartProps) {
  const text = useText(itemFormText)
  return (
    <>
      <TextField
        id="kaart-minutes"
        label={text.minutes}
        optional
        inputMode="numeric"
        value={draft.minutes}
        error={errorAt('minutes')}
        onChange={(minutes) => onChange({ minutes })}
      />
      <TextField
        id="kaart-mensen-van"
        label={text.peopleFrom}
        optional
        inputMode="numeric"
        value={draft.peopleFrom}
        error={errorAt('people')}
        onChange={(peopleFrom) => onChange({ peopleFrom })}
      />
      <TextField
        id="kaart-mensen-tot"
        label={text.peopleTo}
        optional
        inputMode="numeric"
        value={draft.peopleTo}
        onChange={(peopleTo) => onChange({ peopleTo })}
      />
      <Fits draft={draft} onChange={onChange} />
    </>
  )
}

function Fits({ draft, onChange }: Pick<PartProps, 'draft' | 'onChange'>) {
  const text = useText(libraryText)
  const language = useLanguage()
  const known: readonly (typeof situations)[number][] =
    draft.context === null ? situations : situationsOf[draft.context]
  return (
    <>
      <OneChoice
        id="kaart-samenwerking"
        label={text.relation}
        value={draft.relation}
        known={relationKinds}
        word={(one) => kindWord(one, language)}
        onChange={(relation) => onChange({ relation })}
      />
      <OneChoice
        id="kaart-context"
        label={text.context}
        value={draft.context}
        known={relationContexts}
        word={(one) => contextWord(one, language)}
        onChange={(context) => onChange({ context, situation: null })}
      />
      <OneChoice
        id="kaart-situatie"
        label={text.situation}
        value={draft.situation}
        known={known}
        word={(one) => situationWord(one, language)}
        onChange={(situation) => onChange({ situation })}
      />
      <OneChoice
        id="kaart-moment"
        label={text.moment}
        value={draft.moment}
        known={itemMoments}
        word={(one) => sentenceStart(itemMomentWords[one][language])}
        onChange={(moment) => onChange({ moment })}
      />
    </>
  )
}

import {
  type RelationContext,
  type RelationKind,
  relationContexts,
  relationKinds,
  type Situation,
  situations,
  situationsOf,
} from '@weerklank/core/relation/relation'
import { useText } from '../language/use-text.ts'
import { useRelationWords } from '../relation/relation.ts'
import { SelectField } from '../ui/SelectField.tsx'
import { practiceText } from './practice.text.ts'

export type ChosenSetting = {
  kind: RelationKind | null
  context: RelationContext | null
  situation: Situation | null
}

type Props = {
  id: string
  setting: ChosenSetting
  /** What the empty choice says. */
  none?: string
  onChange: (setting: ChosenSetting) => void
}

/** Kind × context × situation; what does not go with a choice goes with it (S004 table 2). */
export function PracticeSetting({ id, setting, onChange, ...empty }: Props) {
  const text = useText(practiceText)
  const words = useRelationWords()
  const { kind, context } = setting
  const isBetweenPeople = kind === 'interpersonal'
  const known: readonly Situation[] = context === null ? situations : situationsOf[context]
  return (
    <div className="wk-practice__setting">
      <SelectField
        {...empty}
        id={`${id}-soort`}
        label={text.kind}
        value={kind}
        options={relationKinds.map((value) => ({ value, label: words.kind(value) }))}
        onChange={(value) =>
          onChange(
            value === 'interpersonal'
              ? { kind: value, context: null, situation: null }
              : { ...setting, kind: value },
          )
        }
      />
      {!isBetweenPeople && (
        <>
          <SelectField
            {...empty}
            id={`${id}-context`}
            label={text.context}
            value={context}
            options={relationContexts.map((value) => ({ value, label: words.context(value) }))}
            onChange={(value) => onChange({ ...setting, context: value, situation: null })}
          />
          <SelectField
            {...empty}
            id={`${id}-situatie`}
            label={text.situation}
            value={setting.situation}
            options={known.map((value) => ({ value, label: words.situation(value) }))}
            onChange={(value) => onChange({ ...setting, situation: value })}
          />
        </>
      )}
    </div>
  )
}

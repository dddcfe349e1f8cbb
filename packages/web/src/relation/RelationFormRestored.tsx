import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { relationFormText } from './relation-form.text.ts'

/** What was typed on an earlier visit stands in the form again. */
export function RelationFormRestored({ onStartOver }: { onStartOver: () => void }) {
  const text = useText(relationFormText)
  return (
    <div className="wk-relation-form__notice" role="status">
      <p>{text.restored}</p>
      <div className="wk-actions">
        <Button onClick={onStartOver}>{text.startOver}</Button>
      </div>
    </div>
  )
}

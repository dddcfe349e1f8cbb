import { useQuery } from '@tanstack/react-query'
import { useText } from '../language/use-text.ts'
import { TextButton } from '../ui/TextButton.tsx'
import { relationFormsQuery } from './form.queries.ts'
import { formText } from './form.text.ts'

/** Below the checks: a form of the organisation, where there is one that can be asked. */
export function FormOffer({ relation, onChoose }: { relation: string; onChoose: () => void }) {
  const text = useText(formText)
  const { data } = useQuery(relationFormsQuery(relation))
  if (data === undefined || data.toAsk.length === 0) return null
  return (
    <p>
      <TextButton onClick={onChoose}>{text.askInstead}</TextButton>
    </p>
  )
}

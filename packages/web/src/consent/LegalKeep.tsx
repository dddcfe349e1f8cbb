import { useMutation } from '@tanstack/react-query'
import type { LegalDocumentId } from '@weerklank/core/consent/legal/legal-document'
import { legalTitles } from '@weerklank/core/consent/legal/legal-words'
import type { Language } from '@weerklank/core/shared/language'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { notify } from '../ui/notices.ts'
import { keepLegalFile } from './legal.queries.ts'
import { legalText } from './legal.text.ts'

/** Keeps a text as a file, in one of two forms. */
export function LegalKeep({ id, language }: { id: LegalDocumentId; language: Language }) {
  const text = useText(legalText)
  const keep = useMutation({
    mutationFn: keepLegalFile,
    onSuccess: () => notify({ text: text.kept }),
    onError: (error) => notify({ text: error.message }),
  })
  const button = (format: 'md' | 'html', label: string) => (
    <Button
      variant="quiet"
      busy={keep.isPending && keep.variables.format === format}
      onClick={() => keep.mutate({ document: id, language, format })}
    >
      {label}
      <span className="wk-sr-only">: {legalTitles[id][language]}</span>
    </Button>
  )
  return (
    <div className="wk-actions wk-no-print">
      {button('html', text.page)}
      {button('md', text.markdown)}
    </div>
  )
}

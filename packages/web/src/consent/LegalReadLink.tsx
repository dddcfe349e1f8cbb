import { Link } from '@tanstack/react-router'
import type { LegalDocumentId } from '@weerklank/core/consent/legal/legal-document'
import type { Language } from '@weerklank/core/shared/language'
import type { ReactNode } from 'react'

type Props = { id: LegalDocumentId; language: Language; children: ReactNode }

/** Leads to a text. Not fetched beforehand: each look stands in the log. */
export function LegalReadLink({ id, language, children }: Props) {
  return (
    <Link
      to="/beheer/teksten/$document"
      params={{ document: id }}
      search={{ taal: language }}
      lang={language}
    >
      {children}
    </Link>
  )
}

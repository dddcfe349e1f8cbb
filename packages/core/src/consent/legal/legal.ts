import type { Language } from '../../shared/language.ts'
import { dataList } from './data-list.ts'
import { impactAssessment } from './impact-assessment.ts'
import { intendedUse } from './intended-use.ts'
import type { LegalBlock, LegalDocument, LegalDocumentId, LegalFacts } from './legal-document.ts'
import { legalTitles } from './legal-words.ts'
import { privacyAdult } from './privacy-adult.ts'
import { privacyChild } from './privacy-child.ts'
import { privacyProfessional } from './privacy-professional.ts'
import { processingRecord } from './processing-record.ts'
import { retentionTable } from './retention-table.ts'
import { worksCouncil } from './works-council.ts'

const builders: Readonly<Record<LegalDocumentId, (facts: LegalFacts, language: Language) => LegalBlock[]>> = {
  'processing-record': processingRecord,
  'data-list': dataList,
  retention: retentionTable,
  'impact-assessment': impactAssessment,
  'works-council': worksCouncil,
  'intended-use': intendedUse,
  'privacy-professional': privacyProfessional,
  'privacy-adult': privacyAdult,
  'privacy-child': privacyChild,
}

/**
 * One of the texts, made from how Weerklank is set up at this moment. No legal advice: the texts say so themselves. Throws
 * when the facts lack a term for something that is kept.
 */
export function legalDocument(id: LegalDocumentId, facts: LegalFacts, language: Language): LegalDocument {
  return { id, language, title: legalTitles[id][language], blocks: builders[id](facts, language) }
}

import type { Language } from '../../shared/language.ts'
import { heading, type LegalBlock, type LegalFacts, list, paragraph } from './legal-document.ts'
import { keptOf, madeOn, termWords } from './legal-words.ts'
import { privacyAdultText } from './privacy-adult.text.ts'

/** The privacy page for clients and parents, at level B1. */
export function privacyAdult(facts: LegalFacts, language: Language): LegalBlock[] {
  const text = privacyAdultText[language]
  const { mailServer } = facts.installation
  const term = (kind: string) => termWords(keptOf(facts, kind).days, language)
  return [
    paragraph(...text.intro),
    heading(text.why),
    paragraph(...text.whyText),
    heading(text.free),
    paragraph(...text.freeText),
    heading(text.what),
    list(...text.whatItems),
    heading(text.who),
    list(...text.whoItems),
    heading(text.parents),
    list(...text.parentsItems),
    heading(text.long),
    paragraph(
      text.longText(term('care-data')),
      ...(facts.organisation === null ? [text.longElse] : []),
      text.linkText(term('personal-links')),
    ),
    heading(text.safe),
    list(...text.safeItems, mailServer === null ? text.noMail : text.mail(mailServer)),
    heading(text.rights),
    list(...text.rightsItems),
    heading(text.ask),
    paragraph(text.askText),
    ...people(facts, language),
    paragraph(madeOn(facts, language)),
  ]
}

/** Who can be asked, as far as the organisation filled it in. Nothing stands there for a gap: a client cannot mend it. */
function people(facts: LegalFacts, language: Language): LegalBlock[] {
  if (facts.organisation === null) return []
  const text = privacyAdultText[language]
  const { name, controller, contact, privacyOfficer } = facts.organisation
  return [
    list(
      text.responsible(controller.trim() === '' ? name : controller),
      ...(contact.trim() === '' ? [] : [text.contact(contact)]),
      ...(privacyOfficer.trim() === '' ? [] : [text.officer(privacyOfficer)]),
    ),
  ]
}

import type { ReadingLevel } from '@weerklank/core/consent/consent'
import type { FormModel } from '@weerklank/core/feedback/form'
import { wordedFor, wordingGaps } from '@weerklank/core/feedback/form.level'
import { formPreviewEndpoints } from '@weerklank/core/feedback/form-invitation.contract'
import { type AddressForm, respondLanguage } from '@weerklank/core/shared/language'
import { type MemberApi, type MemberSession, serveSelf } from '../../access/access.ts'
import type { World } from '../../deps.ts'
import { readForm } from '../../feedback/forms.ts'
import { Download } from '../../http/download.ts'
import { shownPagePolicy } from '../../http/security-headers.ts'
import { fillForm, nothingFound, visibleParts } from './form.filled.ts'
import { languageFor } from './form.languages.ts'
import type { FormFrame, FormPeople } from './form.model.ts'
import { formPage } from './form.page.ts'
import { noRules } from './form.rules.ts'
import { formStyle } from './form.style.ts'
import { tryScript } from './form.try.script.ts'
import { tryWords } from './form.try.words.ts'

/** As whom one looks at a form. */
export type PreviewWish = {
  /** A language of the form; without one its own. */
  language: string | undefined
  level: ReadingLevel
  address: AddressForm
}
type Looking = Pick<MemberSession, 'workspace' | 'member'>

/** The policy of a preview: our own style and script, inside a page of ours, as nobody. */
export const previewPolicy = shownPagePolicy({ style: formStyle, script: tryScript })

/** What stands around every page that is tried out, with an invented respondent. `model` has the words of all levels. */
export function previewFrame(
  model: FormModel,
  wish: PreviewWish,
  { workspace, member, isSent = false }: Looking & { isSent?: boolean },
): FormFrame & FormPeople {
  const formLanguage = languageFor(wordedFor(model, wish.level), [wish.language])
  const start = formLanguage.split('-')[0]?.toLowerCase()
  const language = respondLanguage(start) ?? member.language
  const words = tryWords[member.language]
  const gaps = wordingGaps(model, { level: wish.level, language: formLanguage })
  return {
    ...{ listener: { language, address: wish.address }, formLanguage, workspace: workspace.name },
    ...{ path: '', timeZone: workspace.timeZone, name: 'Sam', seenBy: ['Noor'], unseenBy: [] },
    preview: {
      language: member.language,
      note: isSent ? words.sent : words.preview,
      gaps: new Map(gaps.map(({ linkId, missing }) => [linkId, words.gap[missing]])),
    },
  }
}

/** `GET /api/forms/:form/preview`: a page to show in a sandboxed frame. Nothing is stored. */
export function serveFormPreview(to: MemberApi, { world }: { world: World }): void {
  serveSelf(to, formPreviewEndpoints.previewForm, async (session, { params, query }, trx) => {
    const { page, language, version, address } = query
    const { model } = await readForm({ trx, world, session }, params.form, version)
    const filled = fillForm(wordedFor(model, 'parent'), {
      answers: { items: [] },
      unread: {},
      found: nothingFound,
    })
    const parts = visibleParts(filled)
    const text = formPage({
      ...previewFrame(model, { language, level: 'parent', address }, session),
      ...{ filled, part: parts[Math.min(page, parts.length) - 1] ?? 0, problems: new Map(), rules: noRules },
      ...{ hasNewQuestions: false, lookup: null },
    })
    return new Download({ name: 'form.html', type: 'text/html', text, shown: previewPolicy })
  })
}

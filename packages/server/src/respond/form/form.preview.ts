import type { FormModel } from '@weerklank/core/feedback/form'
import { formPreviewEndpoints } from '@weerklank/core/feedback/form-invitation.contract'
import type { AddressForm, Language } from '@weerklank/core/shared/language'
import { type MemberApi, serveSelf } from '../../access/access.ts'
import type { World } from '../../deps.ts'
import { readForm } from '../../feedback/forms.ts'
import { Download } from '../../http/download.ts'
import { shownPagePolicy } from '../../http/security-headers.ts'
import { fillForm, nothingFound, visibleParts } from './form.filled.ts'
import { languageFor } from './form.languages.ts'
import { formPage } from './form.page.ts'
import { noRules } from './form.rules.ts'
import { formScript } from './form.script.ts'
import { formStyle } from './form.style.ts'

type Wish = {
  /** From 1; beyond the last is the last. */
  page: number
  /** A language of the form; without one its own. */
  language: string | undefined
  address: AddressForm
  workspace: string
  timeZone: string
  /** In whose language the words around it are, where the form's is neither. */
  reader: Language
}

/** The policy of a preview: our own style and script, inside a page of ours, as nobody. */
export const previewPolicy = shownPagePolicy({ style: formStyle, script: formScript })

/** One page of a form as a respondent sees it, and how many there are. Nothing is stored. */
export function previewPage(model: FormModel, wish: Wish): { html: string; pages: number } {
  const filled = fillForm(model, { answers: { items: [] }, unread: {}, found: nothingFound })
  const parts = visibleParts(filled)
  const formLanguage = languageFor(model, [wish.language])
  const start = formLanguage.split('-')[0]?.toLowerCase()
  const language = start === 'nl' || start === 'en' ? start : wish.reader
  const names = { nl: { name: 'Sam', seenBy: ['Noor'] }, en: { name: 'Sam', seenBy: ['Noor'] } }[language]
  const html = formPage({
    ...{ listener: { language, address: wish.address }, formLanguage, workspace: wish.workspace },
    ...{ path: '', timeZone: wish.timeZone, isPreview: true, ...names, unseenBy: [], filled },
    ...{
      part: parts[Math.min(wish.page, parts.length) - 1] ?? 0,
      problems: new Map(),
      rules: noRules,
      hasNewQuestions: false,
    },
    lookup: null,
  })
  return { html, pages: Math.max(parts.length, 1) }
}

/** `GET /api/forms/:form/preview`: a page to show in a sandboxed frame. */
export function serveFormPreview(to: MemberApi, { world }: { world: World }): void {
  serveSelf(to, formPreviewEndpoints.previewForm, async (session, { params, query }, trx) => {
    const { page, language, version, address } = query
    const form = await readForm({ trx, world, session }, params.form, version)
    const { html } = previewPage(form.model, {
      ...{ page, language, address, workspace: session.workspace.name, timeZone: session.workspace.timeZone },
      reader: session.member.language,
    })
    return new Download({ name: 'form.html', type: 'text/html', text: html, shown: previewPolicy })
  })
}

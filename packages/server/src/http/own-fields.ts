import { type Html, html } from './html.ts'

/** What somebody typed or chose, by the name of its field. */
export type Typed = ReadonlyMap<string, string>

/** What was just done, or what is the matter and with which field. */
export type Told = { kind: 'kept'; text: string } | { kind: 'wrong'; text: string; field: string } | null

type Field = {
  name: string
  label: string
  value: string
  hint?: string
  /** The field that has to be mended, and why. */
  told?: Told
}

/** What a page says first: what was kept, or what is the matter with a link to it. */
export function toldBox(told: Told): Html | null {
  if (told === null) return null
  if (told.kind === 'kept') return html`<p class="box" role="status">${told.text}</p>`
  return html`<p class="box e" role="alert"><a href="#${told.field}">${told.text}</a></p>`
}

const isWrong = ({ name, told }: Field) => told?.kind === 'wrong' && told.field === name

/** The label, with what is the matter, and the attributes that tie both to the field. */
function around(field: Field, input: (attributes: Html) => Html): Html {
  const { name, label, hint, told } = field
  const wrong = isWrong(field) && told ? html`<p class="e" id="${name}-e">${told.text}</p>` : null
  const hinted = hint === undefined ? null : html`<p id="${name}-h"><i>${hint}</i></p>`
  const ids = [hint === undefined ? '' : `${name}-h`, isWrong(field) ? `${name}-e` : ''].filter(
    (id) => id !== '',
  )
  const described = ids.length === 0 ? null : html` aria-describedby="${ids.join(' ')}"`
  const invalid = isWrong(field) ? html` aria-invalid="true"` : null
  return html`<label class="q" for="${name}">${label}</label>${hinted}${wrong}${input(html`id="${name}" name="${name}"${described}${invalid}`)}`
}

/** A text of some lines. */
export function areaField(field: Field & { rows?: number }): Html {
  // The line break after the tag is not part of the text; without it the first one of the text would be lost.
  return around(
    field,
    (own) => html`<textarea ${own} rows="${field.rows ?? 3}">${'\n'}${field.value}</textarea>`,
  )
}

/** A text of one line, or a day. */
export function lineField(field: Field & { type?: 'text' | 'date' }): Html {
  return around(
    field,
    (own) => html`<input ${own} type="${field.type ?? 'text'}" value="${field.value}" autocomplete="off">`,
  )
}

export type Choice = { value: string; label: string }

/** One of several, in groups where they have a heading. */
export function selectField(
  field: Field & { groups: readonly { label: string | null; choices: readonly Choice[] }[] },
): Html {
  const option = ({ value, label }: Choice) =>
    html`<option value="${value}"${value === field.value ? html` selected` : null}>${label}</option>`
  const groups = field.groups.map(({ label, choices }) =>
    label === null ? choices.map(option) : html`<optgroup label="${label}">${choices.map(option)}</optgroup>`,
  )
  return around(field, (own) => html`<select ${own}>${groups}</select>`)
}

/** One of several that all stand there to be read; the first carries the name of the field, for a link to it. */
export function radioField(field: Field & { choices: readonly Choice[] }): Html {
  const { name, label, value, hint, told } = field
  const wrong = isWrong(field) && told ? html`<p class="e" id="${name}-e">${told.text}</p>` : null
  const described = wrong === null ? null : html` aria-describedby="${name}-e"`
  const choices = field.choices.map(
    (one, at) =>
      html`<label><input type="radio" name="${name}" value="${one.value}"${at === 0 ? html` id="${name}"` : null}${one.value === value ? html` checked` : null}> ${one.label}</label>`,
  )
  return html`<fieldset${described}><legend>${label}</legend>${hint === undefined ? null : html`<p><i>${hint}</i></p>`}${wrong}${choices}</fieldset>`
}

/** Any number of several. */
export function boxesField(of: {
  name: string
  label: string
  choices: readonly (Choice & { isChosen: boolean })[]
}): Html {
  const choices = of.choices.map(
    (one) =>
      html`<label><input type="checkbox" name="${of.name}" value="${one.value}"${one.isChosen ? html` checked` : null}> ${one.label}</label>`,
  )
  return html`<fieldset><legend>${of.label}</legend>${choices}</fieldset>`
}

/** A table with its caption, for who does not see the picture beside it. */
export function plainTable(caption: string, rows: readonly (readonly string[])[]): Html {
  const [head = [], ...body] = rows
  const cells = body.map(
    ([first = '', ...rest]) =>
      html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>`,
  )
  return html`<div class="wide"><table><caption>${caption}</caption><thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead><tbody>${cells}</tbody></table></div>`
}

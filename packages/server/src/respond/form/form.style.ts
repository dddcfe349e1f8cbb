import { compactStyle, pageStyle } from '../../http/page-style.ts'

/** The style of the pages of a form: one column, big targets, logical sides so that it also reads from the right. */
export const formStyle = compactStyle(`
${pageStyle}
h1, h2, h3, .t { white-space: pre-line }
h2 { font-size: 1.375rem; margin-top: 28px }
.box h2 { margin-top: 0 }
h3 { font-size: 1.1875rem; font-weight: 700; line-height: 1.3; margin: 28px 0 12px }
legend, .q { font-size: 1.0625rem }
section { border-top: 1px solid var(--line); padding: 16px 0 20px }
.q { display: block; margin-bottom: 4px }
main .h { color: var(--soft); margin-bottom: 8px }
section label { display: block; padding: 10px 0 }
section fieldset label { display: flex; gap: 8px }
[type=radio], [type=checkbox] { flex: none }
section label.q { padding: 0; font-weight: 700 }
[type=checkbox] { width: 22px; height: 22px; margin-inline-end: 4px; vertical-align: -5px; accent-color: var(--main) }
.x { color: var(--soft) }
.r { display: flex; flex-wrap: wrap; gap: 0 12px }
.r > p, .r legend { width: 100% }
.p { display: flex; justify-content: space-between; gap: 16px; color: var(--soft) }
section input:not([type=radio], [type=checkbox]), select { width: 100%; min-height: 44px; padding: 8px 12px; background: var(--paper); border: 1px solid var(--soft); border-radius: 8px }
.z { display: flex; gap: 8px; align-items: center }
.z span { flex: 0 0 auto }
.z select { flex: 0 1 40% }
section .z input { flex: 1; min-width: 0 }
button { padding: 0 16px }
.row .go { width: auto; flex: 1 12em; margin: 0 }
[aria-invalid] { border-color: var(--fail) }
dt { margin-top: 12px; white-space: pre-line }
#read { flex: none }
.d { position: absolute; inset-inline-start: -99px; width: 1px; min-height: 0; padding: 0; border: 0 }
@media print { button, .row, nav { display: none } }
`)

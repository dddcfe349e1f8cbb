import { writtenPagePolicy } from '../http/security-headers.ts'
import { type PageKind, scripts } from './respond.script.ts'
import { styles } from './respond.style.ts'

/** The `Content-Security-Policy` of every page of the respondent: exactly our own script and style run, nothing is loaded. */
export const respondPolicies: Readonly<Record<PageKind, string>> = {
  plain: writtenPagePolicy({ style: styles.plain, script: scripts.plain }),
  line: writtenPagePolicy({ style: styles.line, script: scripts.line }),
  faces: writtenPagePolicy({ style: styles.faces, script: scripts.faces }),
  draw: writtenPagePolicy({ style: styles.draw, script: scripts.draw }),
}

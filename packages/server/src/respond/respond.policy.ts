import { writtenPagePolicy } from '../http/security-headers.ts'
import { script } from './respond.script.ts'
import { style } from './respond.style.ts'

/** The `Content-Security-Policy` of every page of the respondent: exactly our own script and style run, nothing is loaded. */
export const respondPolicy = writtenPagePolicy({ style, script })

/** Playwright's global setup, which it looks for as a default export. */
import { fillOnce } from './support/filled.ts'

export default fillOnce

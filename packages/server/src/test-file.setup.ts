/** Vitest's setup of project `server`, before each test file. */
import { afterAll } from 'vitest'
import { tidyFile } from './test-file.ts'

afterAll(tidyFile)

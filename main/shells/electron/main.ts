import { start } from './program.ts'

start()

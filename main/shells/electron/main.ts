import { keepHeapSmall } from '../heap.ts'
import { start } from './program.ts'

keepHeapSmall()
start()

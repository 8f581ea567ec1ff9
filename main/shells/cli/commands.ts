import type { Command } from './command.ts'
import { activityCommands } from './commands/activities.ts'
import { demoCommand } from './commands/demo.ts'
import { dueCommand } from './commands/due.ts'
import { handbookCommand } from './commands/handbook.ts'
import { importCommands } from './commands/imports.ts'
import { initCommand } from './commands/init.ts'
import { inspectCommand } from './commands/inspect.ts'
import { minutesCommand } from './commands/minutes.ts'
import { packCommands } from './commands/packs.ts'
import { ratingCommand } from './commands/rating.ts'
import { reportCommand } from './commands/report.ts'
import { safetyCommands } from './commands/safety.ts'
import { searchCommand } from './commands/search.ts'
import { summaryCommand } from './commands/summary.ts'

/** Everything the command line can do, in the order of the help. */
export const commands: readonly Command[] = [
  initCommand,
  ...importCommands,
  ...activityCommands,
  summaryCommand,
  ratingCommand,
  reportCommand,
  dueCommand,
  inspectCommand,
  searchCommand,
  minutesCommand,
  handbookCommand,
  ...packCommands,
  ...safetyCommands,
  demoCommand,
]

import { holder } from './holder.ts'

// Stands for the module 'electron' in tests: the real one would try to download a program.
const { fakeElectron, fakePage } = holder

export const app = fakeElectron?.app
export const BrowserWindow = fakeElectron?.BrowserWindow
export const dialog = fakeElectron?.dialog
export const ipcMain = fakeElectron?.ipcMain
export const Menu = fakeElectron?.Menu
export const protocol = fakeElectron?.protocol
export const screen = fakeElectron?.screen
export const session = fakeElectron?.session

export const contextBridge = fakePage?.contextBridge
export const ipcRenderer = fakePage?.ipcRenderer
export const webUtils = fakePage?.webUtils

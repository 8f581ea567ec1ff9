import { App as AntdApp, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { useEffect, useMemo } from 'react'
import { Router } from 'wouter'
import { antdTheme, textSizes } from '#renderer/ui/theme.ts'
import { useAppStore } from '#renderer/ui/useAppStore.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { hashLocation } from './hash-location.ts'
import { LedgerGate } from './LedgerGate.tsx'

/** The whole page: look, language, pages by the hash of the address. */
export function App() {
  const textSize = useAppStore((state) => state.textSize)
  const theme = useMemo(() => antdTheme(textSize), [textSize])
  useEffect(() => {
    document.documentElement.style.fontSize = `${textSizes[textSize]}px`
  }, [textSize])
  return (
    <ConfigProvider locale={zhCN} theme={theme} button={{ autoInsertSpace: false }}>
      <AntdApp message={{ maxCount: 2 }} style={{ height: '100%' }}>
        <ErrorBoundary>
          <Router hook={hashLocation}>
            <LedgerGate />
          </Router>
        </ErrorBoundary>
      </AntdApp>
    </ConfigProvider>
  )
}

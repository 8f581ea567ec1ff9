import { Segmented } from 'antd'
import { FontNote } from './FontNote.tsx'
import './preview.css'
import { usePrintChoice } from './usePrintChoice.ts'

/** 样式 and 字体 of what is printed, the same for all papers, and which fonts that means on this machine. */
export function PrintChoices({ hasStyle = false }: { readonly hasStyle?: boolean }) {
  const { style, fonts, chooseStyle, chooseFonts } = usePrintChoice()
  return (
    <div className="preview-choices">
      {hasStyle && (
        <Segmented
          aria-label="样式"
          value={style}
          onChange={chooseStyle}
          options={[
            { value: 'table', label: '表格式' },
            { value: 'official', label: '公文式' },
          ]}
        />
      )}
      <Segmented
        aria-label="字体"
        value={fonts}
        onChange={chooseFonts}
        options={[
          { value: 'office', label: '办公字体' },
          { value: 'bundled', label: '随附字体' },
        ]}
      />
      <FontNote fonts={fonts} />
    </div>
  )
}

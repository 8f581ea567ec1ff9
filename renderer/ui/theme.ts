import type { ThemeConfig } from 'antd'

/** The colours of the look; theme.css holds the same as variables for our own markup. */
export const colours = {
  ground: '#F6F4F1',
  card: '#FFFFFF',
  hairline: '#E4E1DC',
  ink: '#1F2126',
  inkSoft: '#55585F',
  red: '#A8231C',
  green: '#2A7348',
  blue: '#2B5F9E',
  amber: '#85600F',
} as const

export type TextSize = 'standard' | 'large' | 'extraLarge'

/** 标准 / 大 / 特大 in pixels of body text. */
export const textSizes: Record<TextSize, number> = { standard: 15, large: 17, extraLarge: 19 }

export const fontFamily =
  '"Microsoft YaHei", "微软雅黑", "PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", "UOS Sans", sans-serif'

/** antd in the look: flat, hairlines, 36 px controls; red only for the one main button. */
export function antdTheme(size: TextSize): ThemeConfig {
  const fontSize = textSizes[size]
  return {
    token: {
      motion: false,
      fontFamily,
      fontSize,
      fontSizeSM: fontSize - 2,
      colorPrimary: colours.blue,
      colorLink: colours.blue,
      colorError: colours.red,
      colorSuccess: colours.green,
      colorWarning: colours.amber,
      colorInfo: colours.blue,
      colorText: colours.ink,
      colorTextSecondary: colours.inkSoft,
      colorTextTertiary: '#63666D',
      colorTextDescription: '#63666D',
      colorTextPlaceholder: '#6F7278',
      colorTextHeading: colours.ink,
      colorBorder: '#CFCBC4',
      colorBorderSecondary: colours.hairline,
      colorSplit: colours.hairline,
      colorBgLayout: colours.ground,
      borderRadius: 6,
      borderRadiusLG: 8,
      controlHeight: Math.round((36 * fontSize) / 15),
      controlHeightSM: Math.round((30 * fontSize) / 15),
      boxShadow: 'none',
      boxShadowSecondary: `0 0 0 1px ${colours.hairline}`,
      boxShadowTertiary: 'none',
      controlOutlineWidth: 2,
      wireframe: false,
      colorBgMask: 'rgba(31, 33, 38, 0.28)',
    },
    components: {
      Button: {
        colorPrimary: colours.red,
        algorithm: true,
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        defaultHoverColor: colours.ink,
        defaultHoverBorderColor: '#8E8A82',
        defaultHoverBg: '#FBFAF8',
        defaultActiveColor: colours.ink,
        defaultActiveBorderColor: colours.ink,
        colorLink: colours.blue,
        paddingInline: 14,
      },
      Table: {
        headerBg: colours.card,
        headerColor: '#63666D',
        fontWeightStrong: 400,
        headerSplitColor: 'transparent',
        cellPaddingBlock: 8,
        cellPaddingBlockSM: 5,
        cellPaddingInlineSM: 8,
        cellPaddingInline: 10,
        rowHoverBg: '#FBFAF8',
      },
      Card: { bodyPadding: 16 },
      Form: { itemMarginBottom: 14, verticalLabelPadding: '0 0 4px' },
      Drawer: { paddingLG: 20 },
    },
  }
}

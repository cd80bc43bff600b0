namespace SingleParticle.Nodes.Reports;

/// <summary>How reports look: by day, by night, on a telephone and on paper.</summary>
internal static class ReportStyle
{
    /// <summary>The style sheet.</summary>
    /// <remarks>Pictures are drawn on white and keep it by night, as density is judged by its greys.</remarks>
    public const string Sheet = """
        :root { color-scheme: light dark; --ink: #1f2933; --soft: #3a4653; --muted: #5f6b7a; --line: #dfe3e8; --paper: #ffffff;
                --ground: #f5f7f9; --accent: #0067a3; --good: #e9f7f1; --note: #eaf3fb; --warning: #fdf3e1; }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #e6eaef; --soft: #c3cbd5; --muted: #9aa6b4; --line: #36404c; --paper: #1c232b; --ground: #12171d;
                  --accent: #6bb8ee; --good: #12322a; --note: #14293b; --warning: #3a2c10; }
        }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--ground); color: var(--ink);
               font: 15px/1.5 system-ui, "Segoe UI", Helvetica, Arial, sans-serif; }
        nav { position: sticky; top: 0; z-index: 1; background: var(--paper); border-bottom: 1px solid var(--line);
              padding: 8px 24px; display: flex; gap: 2px 18px; font-size: 13px; overflow-x: auto; white-space: nowrap; }
        nav a { color: var(--muted); text-decoration: none; padding: 2px 0; }
        nav a:hover { color: var(--accent); }
        main { max-width: 1180px; margin: 0 auto; padding: 8px 24px 60px; }
        header { margin: 26px 0 18px; }
        h1 { font-size: 28px; line-height: 1.25; margin: 0; }
        header p { color: var(--muted); margin: 4px 0 0; font-size: 16px; }
        section { background: var(--paper); border: 1px solid var(--line); border-radius: 10px; padding: 8px 22px 18px; margin: 20px 0;
                  scroll-margin-top: 52px; }
        h2 { font-size: 19px; margin: 12px 0 4px; }
        section > p { max-width: 78ch; color: var(--soft); margin: 4px 0 12px; }
        .statement { border-radius: 8px; padding: 11px 16px; margin: 10px 0; border-left: 5px solid; font-weight: 600; }
        .statement span { font-weight: 400; color: var(--soft); }
        .good { background: var(--good); border-color: #009e73; }
        .note { background: var(--note); border-color: #0072b2; }
        .warning { background: var(--warning); border-color: #e69f00; }
        .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(135px, 1fr)); gap: 12px; margin: 16px 0; }
        .tiles div { background: var(--paper); border: 1px solid var(--line); border-radius: 10px; padding: 12px 16px; }
        .tiles b { display: block; font-size: 23px; line-height: 1.25; font-variant-numeric: tabular-nums; }
        .tiles span { color: var(--muted); font-size: 12.5px; }
        figure { margin: 14px 0 20px; }
        .picture { overflow-x: auto; background: #ffffff; border-radius: 6px; }
        .picture > svg, .picture > img { max-width: 100%; height: auto; display: block; }
        figcaption { color: var(--muted); font-size: 13px; max-width: 90ch; margin-top: 4px; }
        a { color: var(--accent); }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; margin: 12px 0; font-size: 14px; font-variant-numeric: tabular-nums; }
        caption { text-align: left; font-weight: 600; padding: 4px 0 6px; }
        th, td { text-align: left; padding: 5px 14px 5px 0; border-bottom: 1px solid var(--line); vertical-align: middle; }
        th { color: var(--muted); font-weight: 600; font-size: 12.5px; vertical-align: bottom; }
        th.number, td.number { text-align: right; padding-left: 10px; }
        td.thumbnails { white-space: nowrap; padding-right: 6px; }
        td.thumbnails img { display: inline-block; vertical-align: middle; width: 92px; height: 92px;
                             border-radius: 4px; margin-right: 3px; }
        .name { white-space: nowrap; }
        .chip { display: inline-block; width: 13px; height: 13px; border-radius: 3px; margin-right: 7px; vertical-align: -2px; }
        .bar { display: block; width: 110px; height: 7px; border-radius: 3px; background: var(--line); overflow: hidden; }
        .bar i { display: block; height: 7px; }
        .changed td { background: var(--note); font-weight: 600; }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: 6px 18px; max-width: 100ch; margin: 10px 0; }
        dt { font-weight: 600; }
        dd { margin: 0; color: var(--soft); overflow-wrap: anywhere; }
        details { margin: 10px 0; }
        details summary { cursor: pointer; color: var(--accent); }
        @media (max-width: 700px) {
          nav { padding: 8px 12px; }
          main { padding: 8px 12px 40px; }
          section { padding: 6px 12px 12px; }
          .tiles { grid-template-columns: 1fr 1fr; gap: 8px; }
          .picture > svg { max-width: none; width: auto; min-width: 100%; height: auto; }
          dl { grid-template-columns: 1fr; gap: 0; }
          dd { margin-bottom: 8px; }
        }
        @media print {
          :root { --ink: #000000; --soft: #222222; --muted: #444444; --line: #bbbbbb; --paper: #ffffff; --ground: #ffffff;
                  --accent: #000000; --good: #ffffff; --note: #ffffff; --warning: #ffffff; }
          nav, figcaption a { display: none; }
          main { max-width: none; padding: 0; }
          section { border: none; padding: 0; }
          figure, .statement, tr { break-inside: avoid; }
          h2 { break-after: avoid; }
          details::details-content { content-visibility: visible; height: auto; }
        }
        """;
}

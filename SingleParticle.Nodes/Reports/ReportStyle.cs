namespace SingleParticle.Nodes.Reports;

/// <summary>How reports look.</summary>
internal static class ReportStyle
{
    /// <summary>The style sheet.</summary>
    public const string Sheet = """
        :root { --ink: #1f2933; --muted: #5f6b7a; --line: #dfe3e8; --paper: #ffffff; --ground: #f5f7f9; --accent: #0072b2; }
        * { box-sizing: border-box; }
        html { scroll-behavior: smooth; }
        body { margin: 0; background: var(--ground); color: var(--ink); line-height: 1.5;
               font: 15px/1.5 system-ui, "Segoe UI", Helvetica, Arial, sans-serif; }
        nav { position: sticky; top: 0; z-index: 1; background: var(--paper); border-bottom: 1px solid var(--line);
              padding: 8px 24px; display: flex; flex-wrap: wrap; gap: 2px 18px; font-size: 13px; }
        nav a { color: var(--muted); text-decoration: none; padding: 2px 0; }
        nav a:hover { color: var(--accent); }
        main { max-width: 1180px; margin: 0 auto; padding: 8px 24px 60px; }
        header { margin: 26px 0 18px; }
        h1 { font-size: 28px; margin: 0; }
        header p { color: var(--muted); margin: 4px 0 0; font-size: 16px; }
        section { background: var(--paper); border: 1px solid var(--line); border-radius: 10px; padding: 8px 22px 18px; margin: 20px 0;
                  scroll-margin-top: 52px; }
        h2 { font-size: 19px; margin: 12px 0 4px; }
        section > p { max-width: 78ch; color: #3a4653; margin: 4px 0 12px; }
        .statement { border-radius: 8px; padding: 11px 16px; margin: 10px 0; border-left: 5px solid; font-weight: 600; }
        .statement span { font-weight: 400; color: #3a4653; }
        .good { background: #e9f7f1; border-color: #009e73; }
        .note { background: #eaf3fb; border-color: #0072b2; }
        .warning { background: #fdf3e1; border-color: #e69f00; }
        .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(135px, 1fr)); gap: 12px; margin: 16px 0; }
        .tiles div { background: var(--paper); border: 1px solid var(--line); border-radius: 10px; padding: 12px 16px; }
        .tiles b { display: block; font-size: 23px; line-height: 1.25; font-variant-numeric: tabular-nums; }
        .tiles span { color: var(--muted); font-size: 12.5px; }
        figure { margin: 14px 0 20px; }
        figure svg, figure img { max-width: 100%; height: auto; display: block; }
        figcaption { color: var(--muted); font-size: 13px; max-width: 90ch; margin-top: 4px; }
        a { color: var(--accent); }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; margin: 12px 0; font-size: 14px; font-variant-numeric: tabular-nums; }
        caption { text-align: left; font-weight: 600; padding: 4px 0 6px; }
        th, td { text-align: left; padding: 5px 14px 5px 0; border-bottom: 1px solid var(--line); vertical-align: middle; }
        th { color: var(--muted); font-weight: 600; font-size: 12.5px; }
        th.number, td.number { text-align: right; padding-left: 10px; }
        td.thumbnails { white-space: nowrap; padding-right: 6px; }
        td.thumbnails img { display: inline-block; vertical-align: middle; }
        .chip { display: inline-block; width: 13px; height: 13px; border-radius: 3px; margin-right: 7px; vertical-align: -2px; }
        .bar { display: inline-block; height: 9px; border-radius: 2px; vertical-align: 1px; margin-left: 8px; }
        .changed td { background: #f2f8fd; font-weight: 600; }
        code { font: 13px ui-monospace, Menlo, Consolas, monospace; }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: 6px 18px; max-width: 100ch; margin: 10px 0; }
        dt { font-weight: 600; }
        dd { margin: 0; color: #3a4653; }
        details summary { cursor: pointer; color: var(--accent); }
        @media (max-width: 700px) { main { padding: 8px 12px 40px; } section { padding: 6px 12px 12px; } dl { grid-template-columns: 1fr; } }
        @media print { nav { display: none; } body { background: #fff; } section { break-inside: avoid; border: none; padding: 0; } }
        """;
}

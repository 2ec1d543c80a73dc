@echo off
rem Runs Sensorium's command line from the source tree on Windows: builds when something has changed,
rem and says what is missing. Messages go to standard error, so that --json stays clean.
setlocal EnableExtensions DisableDelayedExpansion
set "SENSORIUM_ROOT=%~dp0"
set "SENSORIUM_BUILD=%~dp0.build"

where dotnet >nul 2>nul
if errorlevel 1 (
    >&2 echo sensorium: .NET 10 SDK is needed. Get it from https://dot.net/download or with:
    >&2 echo   winget install Microsoft.DotNet.SDK.10
    exit /b 2
)

rem One question to PowerShell: is any source newer than the build? 0 means that the build is current.
if not exist "%SENSORIUM_BUILD%\current\sensorium-cli.dll" goto build
powershell -NoProfile -ExecutionPolicy Bypass -Command "$root = $env:SENSORIUM_ROOT; $began = (Get-Item -LiteralPath (Join-Path $env:SENSORIUM_BUILD 'began')).LastWriteTimeUtc; $paths = 'src','mappings','sounds','models','Directory.Build.props','Directory.Packages.props','global.json','package.json','package-lock.json' | ForEach-Object { Join-Path $root $_ } | Where-Object { Test-Path -LiteralPath $_ }; $new = Get-ChildItem -LiteralPath $paths -Recurse -File | Where-Object { $_.LastWriteTimeUtc -gt $began -and $_.FullName -notmatch '\\(bin|obj|node_modules)\\' } | Select-Object -First 1; if ($new) { exit 1 } else { exit 0 }"
if not errorlevel 1 goto components

:build
where npm >nul 2>nul
if errorlevel 1 (
    >&2 echo sensorium: missing: node. Install it with:
    >&2 echo   winget install OpenJS.NodeJS.LTS
    exit /b 2
)
if not exist "%SENSORIUM_BUILD%" mkdir "%SENSORIUM_BUILD%"
>&2 echo sensorium: building ^(once after each change^) ...
type nul > "%SENSORIUM_BUILD%\began.new"
rem A second run that starts meanwhile fails to open the log and says so, rather than building into the same folder.
dotnet publish "%SENSORIUM_ROOT%src\Sensorium.Cli\Sensorium.Cli.csproj" -c Release --artifacts-path "%SENSORIUM_BUILD%\work" -o "%SENSORIUM_BUILD%\current" -v quiet -nologo -nodeReuse:false -p:GenerateDocumentationFile=false -p:RunAnalyzers=false > "%SENSORIUM_BUILD%\build.log" 2>&1
if errorlevel 1 (
    >&2 echo sensorium: the build failed:
    >&2 findstr /c:"error" "%SENSORIUM_BUILD%\build.log"
    exit /b 1
)
move /y "%SENSORIUM_BUILD%\began.new" "%SENSORIUM_BUILD%\began" >nul

:components
rem Only work that reads pictures needs ffmpeg; the program itself names every other component that is missing.
if /i not "%~1"=="hear" if /i not "%~1"=="feel" if /i not "%~1"=="compose" if /i not "%~1"=="match" if /i not "%~1"=="library" goto run
if not "%SENSORIUM_FFMPEG%"=="" goto run
where ffmpeg >nul 2>nul
if not errorlevel 1 goto run
>&2 echo sensorium: missing: ffmpeg. Install it and its companions with:
>&2 echo   winget install Gyan.FFmpeg
>&2 echo   winget install libjpeg-turbo.libjpeg-turbo.VC
>&2 echo   winget install FluidSynth.FluidSynth
>&2 echo sensorium: winget has no SoundFont: get FluidR3_GM.sf2 and set SENSORIUM_SOUNDFONT to it.
exit /b 2

:run
dotnet "%SENSORIUM_BUILD%\current\sensorium-cli.dll" %*
exit /b %errorlevel%

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Support/Environment.psm1')
    Import-TestedModule
    $sandbox = Start-Sandbox
    Connect-Sandbox $sandbox
    $names = 'Beta', 'Alpha', 'Gamma', 'Delta', 'Epsilon'
    $clients = foreach ($name in $names) {
        New-AuthleteClient -ClientName $name -Developer shop -ClientType $(if ($name -like '*eta') { 'PUBLIC' } else { 'CONFIDENTIAL' }) `
            -RedirectUris "https://$name.example.com/callback" -GrantTypes AUTHORIZATION_CODE, REFRESH_TOKEN
    }
}

AfterAll {
    Disconnect-Authlete
    Stop-Sandbox $sandbox
}

Describe 'Where-Object' {
    It 'compares values as text, in any case' {
        (Get-AuthleteClient -Developer shop | Where-Object ClientType -EQ 'public').ClientName | Should -Be 'Beta'
        @(Get-AuthleteClient -Developer shop | Where-Object { $_.GrantTypes -contains 'refresh_token' }).Count | Should -Be 5
    }

    It 'compares dates as dates' {
        @(Get-AuthleteClient -Developer shop | Where-Object { $_.CreatedAt -gt [DateTimeOffset]::UtcNow.AddHours(-1) }).Count | Should -Be 5
        Get-AuthleteClient -Developer shop | Where-Object CreatedAt -LT ([DateTimeOffset]::UtcNow.AddHours(-1)) | Should -BeNullOrEmpty
    }
}

Describe 'Select-Object' {
    It 'stops the list with -First' {
        $seen = [Collections.Generic.List[string]]::new()
        $first = Get-AuthleteClient -Developer shop -PageSize 1 | ForEach-Object { $seen.Add($_.ClientName); $_ } | Select-Object -First 2
        $first.Count | Should -Be 2
        $seen.Count | Should -Be 2
    }

    It 'takes properties, calculated ones too' {
        $row = Get-AuthleteClient $clients[0].ClientId | Select-Object ClientName, @{ Name = 'Uri'; Expression = { $_.RedirectUris[0] } }
        $row.ClientName | Should -Be 'Beta'
        $row.Uri | Should -Be 'https://Beta.example.com/callback'
        Get-AuthleteClient $clients[0].ClientId | Select-Object -ExpandProperty GrantTypes | Should -Be 'AUTHORIZATION_CODE', 'REFRESH_TOKEN'
    }

    It 'has every property with *' {
        $row = $clients[0] | Select-Object *
        $row.ClientId | Should -Be $clients[0].ClientId
        $row.ClientSecret | Should -Be $clients[0].ClientSecret
    }

    It 'tells two objects apart with -Unique' {
        $same = 1..2 | ForEach-Object { New-AuthleteClient -ClientName Same }
        @($same + $same | Select-Object -Unique).Count | Should -Be 2
        @(Compare-Object $same[0] $same[1]).Count | Should -Be 2
    }
}

Describe 'Sort-Object, Group-Object and Measure-Object' {
    It 'sort by a property' {
        (Get-AuthleteClient -Developer shop | Sort-Object ClientName).ClientName | Should -Be 'Alpha', 'Beta', 'Delta', 'Epsilon', 'Gamma'
        (Get-AuthleteClient -Developer shop | Sort-Object ClientId -Descending | Select-Object -First 1).ClientId |
            Should -Be ($clients.ClientId | Measure-Object -Maximum).Maximum
    }

    It 'group by a property' {
        $groups = Get-AuthleteClient -Developer shop | Group-Object ClientType -AsHashTable -AsString
        $groups['PUBLIC'].Count | Should -Be 1
        $groups['CONFIDENTIAL'].Count | Should -Be 4
    }

    It 'count' {
        (Get-AuthleteClient -Developer shop | Measure-Object).Count | Should -Be 5
    }
}

Describe 'Export-Csv and Import-Csv' {
    It 'keep what was selected' {
        $file = Join-Path $TestDrive 'clients.csv'
        Get-AuthleteClient -Developer shop | Select-Object ClientId, ClientName, PkceRequired | Export-Csv $file -NoTypeInformation
        $rows = Import-Csv $file
        $rows.Count | Should -Be 5
        $rows[0].ClientId | Should -Be "$((Get-AuthleteClient -Developer shop -First 1).ClientId)"
    }

    It 'give rows that change clients' {
        $file = Join-Path $TestDrive 'changes.csv'
        $clients[0..1] | Select-Object ClientId, @{ Name = 'Description'; Expression = { "About $($_.ClientName)" } }, @{ Name = 'PkceRequired'; Expression = { $true } } |
            Export-Csv $file -NoTypeInformation
        $null = Import-Csv $file | ForEach-Object { Set-AuthleteClient -ClientId $_.ClientId -Description $_.Description -PkceRequired $_.PkceRequired }
        $changed = Get-AuthleteClient $clients[1].ClientId
        $changed.Description | Should -Be 'About Alpha'
        $changed.PkceRequired | Should -BeTrue
    }

    It 'give rows that make clients' {
        ('ClientName', 'From a row' | ConvertFrom-Csv | New-AuthleteClient).ClientName | Should -Be 'From a row'
    }
}

Describe 'ConvertTo-Json and ConvertFrom-Json' {
    It 'write a client with its properties' {
        $client = $clients[0]
        $read = $client | ConvertTo-Json -Depth 5 | ConvertFrom-Json
        $read.ClientId | Should -Be $client.ClientId
        $read.RedirectUris | Should -Be $client.RedirectUris
    }

    It 'write what is below an untyped object' {
        $set = Get-AuthleteServiceJwkSet | ConvertTo-Json -Depth 5 | ConvertFrom-Json
        $set.keys[0].kty | Should -Not -BeNullOrEmpty
        $list = Invoke-AuthleteApi /client/get/list -Query @{ start = 0; end = 1 } | ConvertTo-Json -Depth 5 | ConvertFrom-Json
        $list.clients[0].clientId | Should -BeGreaterThan 0
    }

    It 'give an object that makes a client' {
        ('{"clientName":"a","redirectUris":["https://a.example/"]}' | ConvertFrom-Json | New-AuthleteClient).RedirectUris | Should -Be 'https://a.example/'
    }
}

Describe 'Whole objects' {
    It 'come from a file' {
        $file = Join-Path $TestDrive 'service.json'
        (Get-AuthleteService -First 1).ToJson() | Set-Content $file
        (New-AuthleteService -InputObject (Get-Content $file -Raw) -ServiceName FromFile).ServiceName | Should -Be FromFile
    }

    It 'are refused line by line' {
        $file = Join-Path $TestDrive 'client.json'
        "{`n`"clientName`": `"x`"`n}" | Set-Content $file
        { Get-Content $file | New-AuthleteClient -ErrorAction Stop } | Should -Throw -ErrorId 'InputNotJson,*' -ExpectedMessage '*-Raw*'
    }

    It 'are not changed by what Select-Object leaves of them' {
        $client = New-AuthleteClient -ClientName Whole -Description before
        { $client | Select-Object ClientId, ClientName | Set-AuthleteClient -ErrorAction Stop } | Should -Throw -ErrorId 'PartialObject,*'
        (Get-AuthleteClient $client.ClientId).Description | Should -Be before
    }

    It 'change in one field of many objects' {
        $many = 1..3 | ForEach-Object { New-AuthleteClient -ClientName "Many $_" -Developer many }
        $changed = Get-AuthleteClient -Developer many | ForEach-Object { $_.Contacts += 'ops@example.com'; $_ } | Set-AuthleteClient
        $changed.Count | Should -Be $many.Count
        $changed | ForEach-Object { $_.Contacts | Should -Be 'ops@example.com' }
    }
}

Describe 'Export-Clixml and Import-Clixml' {
    It 'keep every property' {
        $file = Join-Path $TestDrive 'objects.xml'
        $clients | Export-Clixml $file
        $read = Import-Clixml $file
        $read.ClientName | Should -Be $names
        $read[0].ClientSecret | Should -Be $clients[0].ClientSecret
        $read[0].CreatedAt.UtcDateTime | Should -Be $clients[0].CreatedAt.UtcDateTime
    }
}
